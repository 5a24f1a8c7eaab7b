import { Store } from "#app/chain/store.ts";

export type Theme = "system" | "light" | "dark";

const PLACE = "consentric.theme";

export const theme = new Store<Theme>(recall());

/** Show the page as the reader chose, else as their system says. */
export function applyTheme(): void {
  const root = document.documentElement;
  if (theme.get() === "system") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme.get());
}

export function chooseTheme(chosen: Theme): void {
  theme.set(chosen);
  applyTheme();
  try {
    if (chosen === "system") localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, chosen);
  } catch {
    // Then the choice holds for this visit.
  }
}

function recall(): Theme {
  try {
    const kept = localStorage.getItem(PLACE);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}
