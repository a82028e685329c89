import { landmarks, seededId, seedCrm } from './seed';
import { typeNamed } from './testing';

const [contact, company] = [typeNamed('contact'), typeNamed('company')];
const [first, second] = [seededId('contact', 8), seededId('contact', 9)];

describe('a copy of a state', () => {
  const original = seedCrm('default', 1);
  const link = original.definitionsOf(company, contact).slice(0, 1);
  // The company has two contacts. With this one, the map of its contacts is one that the original may change.
  original.setLink(company, landmarks.company, contact, first, link);
  const copy = original.copy();
  const partners = (state: typeof copy) => state.partnersOf(company, landmarks.company, contact)?.size;

  it('keeps what is changed in the original afterwards', () => {
    const record = copy.recordsOf(contact).get(second);
    if (!record) throw new RangeError(`There is no contact ${second}.`);
    original.setRecord(contact, { ...record, properties: {} });
    original.setLink(company, landmarks.company, contact, second, link);
    expect(copy.recordsOf(contact).get(second)).toBe(record);
    expect([partners(original), partners(copy)]).toEqual([4, 3]);
  });

  it('leaves the original what is changed in the copy', () => {
    copy.removeLinks(company, landmarks.company, contact);
    copy.removeRecord(contact, first);
    expect([partners(original), partners(copy)]).toEqual([4, undefined]);
    expect(original.recordsOf(contact).has(first)).toBe(true);
  });
});
