/** The home page: apps, data sources, queries, tables and runs of the workspace. */
import { Theme } from '@tooljet/components/theme';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createClient } from '../api/hooks';
import { Toasts } from '../kit/Toasts';
import { Home } from './Home';
import { useScheme } from './scheme';
import '../kit/mantine.css';
import '../kit/kit.css';
import './lists.css';
import './pages.css';
// Last, for what a phone changes.
import './home.css';

const client = createClient();

function Page() {
  return (
    <Theme mode={useScheme()}>
      <QueryClientProvider client={client}>
        <Toasts>
          <Home />
        </Toasts>
      </QueryClientProvider>
    </Theme>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
