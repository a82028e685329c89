import { useMemo } from 'react';
import { Accordion } from '@hubspot/ui-extensions';
import { useVoice } from '../locales/VoiceProvider';
import { useSession } from '../panel/SessionProvider';
import { trayOf, type Desk } from '../panel/state';
import { ChosenTable } from '../parts/ChosenTable';
import { countOf } from '../parts/words';

/** What is chosen so far, from all three ways. */
export function TrayList({ desk }: { desk: Desk }) {
  const session = useSession();
  const { t } = useVoice();
  const { type } = desk;
  const tray = trayOf(desk);
  const rows = useMemo(() => [...tray.values()].map((record) => ({ record })), [tray]);
  if (tray.size === 0) return null;
  return (
    <Accordion title={t('trayTitle', { records: countOf(t, type, tray.size) })} size="sm">
      <ChosenTable rows={rows} objectType={type.id} onTakeOutAll={() => session.clear()} />
    </Accordion>
  );
}
