import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { createRoot } from 'react-dom/client';
import { readAddress } from '../address';
import { theme } from './components/theme';
import { IndexPage } from './shell/IndexPage';
import { RecordPage } from './shell/RecordPage';

const view = readAddress(location.href);
const root = document.getElementById('page');
if (view && root) {
  document.documentElement.lang = view.language;
  createRoot(root).render(
    <MantineProvider theme={theme}>
      <Notifications position="top-right" zIndex={500} />
      {'recordId' in view ? <RecordPage view={view} /> : <IndexPage view={view} />}
    </MantineProvider>,
  );
}
