import { useContext, useEffect } from "react";

import { WindowContext } from "#app/model/view.ts";

/** Tell the lab strip which window this page is about; null for none. */
export function useWindow(closesAt: number | null): void {
  const tell = useContext(WindowContext);
  useEffect(() => {
    tell?.(closesAt);
    return () => tell?.(null);
  }, [tell, closesAt]);
}
