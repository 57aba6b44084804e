/** Scrolls a pane, and nothing around it, until an element stands in its middle. */
export function showInPane(pane: HTMLElement, element: HTMLElement): void {
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
  pane.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
