import type { Desk } from '../../panel/state';
import { AskColumn } from './AskColumn';
import { Resolved } from './Resolved';
import { Resolving } from './Resolving';
import { WriteText } from './WriteText';

/** Choosing records by pasting what names them. */
export function PasteWay({ desk }: { desk: Desk }) {
  const { pasting } = desk;
  switch (pasting.name) {
    case 'writing':
      return <WriteText type={desk.type} pasting={pasting} />;
    case 'asking':
      return <AskColumn pasting={pasting} />;
    case 'resolving':
      return <Resolving run={pasting.run} />;
    case 'resolved':
      return <Resolved pasting={pasting} />;
  }
}
