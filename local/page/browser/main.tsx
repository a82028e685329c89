import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { createRoot } from 'react-dom/client';
import { readAddress } from '../address';
import { theme } from './components/theme';
import { App } from './shell/App';

const view = readAddress(location.href);
const root = document.getElementById('page');
if (view && root) {
  document.documentElement.lang = view.language;
  createRoot(root).render(
    <MantineProvider theme={theme}>
      <Notifications position="top-right" zIndex={500} />
      <App view={view} />
    </MantineProvider>,
  );
}
