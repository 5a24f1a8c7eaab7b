import { useLocation } from "wouter";

/** Goes to another page. */
export function useGo(): (path: string) => void {
  const [, go] = useLocation();
  return go;
}
