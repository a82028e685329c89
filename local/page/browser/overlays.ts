/** How a panel or modal is opened and closed. */
type Switch = { open: () => void; close: () => void };

const known = new Map<string, Switch>();

/** Panels and modals by the id their card gave them; an id that none has does nothing. */
export const overlays = {
  /** An overlay says how it is opened and closed; returns how to take that back. */
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
