/** Opens and closes a panel or modal. */
type Switch = { open: () => void; close: () => void };

const known = new Map<string, Switch>();

/** Panels and modals by the id that their card set; an unknown id has no effect. */
export const overlays = {
  /** Registers an overlay; returns a function that removes it. */
  register(id: string, how: Switch): () => void {
    known.set(id, how);
    return () => {
      if (known.get(id) === how) known.delete(id);
    };
  },
  open(id: string): void {
    known.get(id)?.open();
  },
  close(id: string): void {
    known.get(id)?.close();
  },
};

/** The second argument of a button's `onClick`. */
export const reactions = {
  openPanel: (id: string) => overlays.open(id),
  closePanel: (id: string) => overlays.close(id),
  openModal: (id: string) => overlays.open(id),
  closeModal: (id: string) => overlays.close(id),
};
