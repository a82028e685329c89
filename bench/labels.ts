import {
  maxInputs,
  type AssociateParameters,
  type AssociationInput,
  type AssociationLabel,
  type RemoveParameters,
} from '@bulk-associate/contract';
import { associate, remove, type HubSpot } from '@bulk-associate/engine';
import { VirtualTime } from '@bulk-associate/engine/testing';
import type { Crm } from 'hubspot-local/crm';
import { typeNamed } from 'hubspot-local/crm/testing';
import { bareRecord } from './schedule';
import { coldEngine, emptyCrm, type Measured } from './virtual-crm';

const types = { fromObjectType: '0-2', toObjectType: '0-1' };
/** The label "Billing contact" of the embedded account, from a company to a contact. */
const label: AssociationLabel = { category: 'USER_DEFINED', typeId: 932 };
const anchor = '7';

/** A company and so many contacts in an embedded CRM on a virtual clock, and one warm function in front of it. */
class Account {
  readonly time = new VirtualTime();
  readonly crm: Crm;
  readonly inputs: AssociationInput[];
  private readonly hubspot: HubSpot;

  constructor(pairs: number) {
    this.crm = emptyCrm(this.time);
    this.crm.state.setRecord(typeNamed('0-2'), bareRecord(anchor));
    this.inputs = Array.from({ length: pairs }, (_, n) => {
      const id = String(1_000_001 + n);
      this.crm.state.setRecord(typeNamed('0-1'), bareRecord(id));
      return { from: { id: anchor }, to: { id } };
    });
    // Called for every call of a run: it stays warm.
    this.hubspot = coldEngine(this.crm, this.time);
  }

  associate(more: Partial<AssociateParameters>, lanes: number): Promise<Measured> {
    return this.inLanes(lanes, (inputs) => associate(this.hubspot, { ...types, ...more, inputs }));
  }

  remove(more: Partial<RemoveParameters>, lanes: number): Promise<Measured> {
    return this.inLanes(lanes, (inputs) => remove(this.hubspot, { ...types, ...more, inputs }));
  }

  /** Calls of 1,000 inputs; several at a time once the first is through. */
  private inLanes(
    lanes: number,
    call: (inputs: AssociationInput[]) => Promise<{ ok: boolean }>,
  ): Promise<Measured> {
    return this.time.run(async () => {
      this.crm.calls.length = 0;
      const startedAt = this.time.now();
      let next = 0;
      const one = async () => {
        const answer = await call(this.inputs.slice(next, (next += maxInputs)));
        if (!answer.ok) throw new Error('A call failed.');
      };
      const lane = async () => {
        while (next < this.inputs.length) await one();
      };
      await one();
      await Promise.all(Array.from({ length: lanes }, lane));
      return { calls: this.crm.calls.length, ms: this.time.now() - startedAt };
    });
  }
}

/** Work on the pairs of one anchor, in calls of 1,000 pairs. */
export interface LabelledWork {
  plain: Measured;
  /** A label for pairs that are not linked, two calls at a time and three. */
  labelled: Measured;
  labelledInThree: Measured;
  /** The same label again, which all pairs have. */
  again: Measured;
  /** Whole links with labels, by a function that has removed links before. */
  removed: Measured;
}

/** Measures labels against the unlabelled run; rejects where links or labels are not what was asked for. */
export async function labelledWork(pairs: number): Promise<LabelledWork> {
  const account = new Account(pairs);
  const plain = await new Account(pairs).associate({}, 2);
  const labelledInThree = await new Account(pairs).associate({ label }, 3);
  const labelled = await account.associate({ label }, 2);
  expectLinks(account.crm, pairs);
  const again = await account.associate({ label }, 2);
  // The first removal finds out how much HubSpot takes at once.
  await account.remove({ labelled: 'remove' }, 2);
  expectLinks(account.crm, 0);
  await account.associate({ label }, 2);
  const removed = await account.remove({ labelled: 'remove' }, 2);
  expectLinks(account.crm, 0);
  return { plain, labelled, labelledInThree, again, removed };
}

function expectLinks(crm: Crm, count: number): void {
  const partners = [...(crm.state.partnersOf(typeNamed('0-2'), anchor, typeNamed('0-1'))?.values() ?? [])];
  const labelled = partners.filter((held) => held.some(({ typeId }) => typeId === label.typeId));
  if (labelled.length !== count) throw new Error(`${labelled.length} of ${count} pairs have the label`);
}
