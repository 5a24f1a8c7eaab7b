/** How many things wait for whoever looks. */
export function useWaiting(): number {
  return 0;
}
