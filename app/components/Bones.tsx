/** The shape of what is being read. */
export function Bones({ rows = 3, note }: { readonly rows?: number; readonly note?: string }) {
  return (
    <div className="bones" aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells one bone from another.
        <div className="bonerow" key={row} aria-hidden="true">
          <span className="bone disc" />
          <span>
            <span className="bone" style={{ width: `${72 - ((row * 17) % 30)}%` }} />
            <span className="bone" style={{ width: `${48 - ((row * 11) % 20)}%` }} />
          </span>
        </div>
      ))}
      {note === undefined ? null : <p className="note">{note}</p>}
    </div>
  );
}
