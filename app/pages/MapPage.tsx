import { useView } from "#app/model/view.ts";
import { CirclePage } from "#app/pages/CirclePage.tsx";

/** The whole organisation: its outermost circle. */
export function MapPage() {
  const { organisation } = useView();
  return <CirclePage id={organisation.anchor} />;
}
