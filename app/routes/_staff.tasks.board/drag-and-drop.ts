/**
 * Dragging, fetched in the browser only: the package's entry points are folders, which Node refuses to import, so that a
 * plain import would keep the whole staff wing from starting. `make` gets the package and returns how to undo it.
 */
export function withDragging(
  make: (kit: typeof import("@atlaskit/pragmatic-drag-and-drop/element/adapter")) => () => void,
) {
  let undo: (() => void) | null = null;
  let left = false;
  void import("@atlaskit/pragmatic-drag-and-drop/element/adapter").then((kit) => {
    if (!left) undo = make(kit);
  });
  return () => {
    left = true;
    undo?.();
  };
}
