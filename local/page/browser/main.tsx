import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { createRoot } from 'react-dom/client';
import { readAddress, type View } from '../address';
import { theme } from './components/theme';
import { IndexPage } from './shell/IndexPage';
import { RecordPage } from './shell/RecordPage';
import { setFault } from './shell/sandbox';
import { pageSettings } from './settings';

const view = readAddress(location.href);
const root = document.getElementById('page');
if (view && root) {
  document.documentElement.lang = view.language;
  // The fault in the address is for all calls of the page, the first ones too.
  if (view.fault && !pageSettings.live) void setFault(view.fault).finally(() => draw(view, root));
  else draw(view, root);
}

function draw(view: View, root: HTMLElement): void {
  createRoot(root).render(
    <MantineProvider theme={theme}>
      <Notifications position="top-right" zIndex={500} />
      {'recordId' in view ? <RecordPage view={view} /> : <IndexPage view={view} />}
    </MantineProvider>,
  );
}
