import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { accountDetails } from './crm/account';
import { createCrm, crmRoutes, homeAccount, publishedLimits, sandboxToken, type Crm } from './crm';
import { closeAfterEarlyAnswers } from './early-answers';
import { passthrough, passthroughRoutes, type CallPassed } from './functions/passthrough';
import { functionRoutes } from './functions/routes';
import { FunctionRunner } from './functions/runner';
import { listen } from './listen';
import type { Local, LocalBackEnd, LocalOptions } from './options';
import { readAccount, type PageAccount } from './page/account';
import { firstRecords } from './page/first-records';
import { sampleObjectTypes } from './page/object-types';
import { createPage, type Page } from './page/page';
import { pageAgent } from './page/page-events';
import { readProject, type Project } from './project';
import { requestGuard } from './request-guard';

type Routes = Hono<{ Bindings: HttpBindings }>;

const defaultPort = 3210;

/**
 * Serves a HubSpot project on one port of 127.0.0.1: the record page with its cards, its app functions, and the embedded
 * CRM or a real account. Rejects with `PortTakenError`, or an `Error` whose message says what to change.
 */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const app: Routes = new Hono();
  // A port that is taken is reported before anything is built.
  const { server, url } = await listen(app, options.port ?? defaultPort);
  app.use(closeAfterEarlyAnswers);
  app.use(requestGuard(new URL(url).port));
  const { routes, crm, close } = await serveProject(options, url).catch((error: unknown) => {
    server.close();
    throw error;
  });
  app.route('/', routes);
  return {
    url: `${url}/`,
    routes: app.routes.map(({ method, path }) => ({ method, path })),
    ...(crm && { crm }),
    close: async () => {
      await close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

interface Served extends Pick<Local, 'close'> {
  routes: Routes;
  crm?: Crm;
}

async function serveProject(options: LocalOptions, url: string): Promise<Served> {
  const { account: live } = options;
  const account = live ? await readAccount(live.hubspotUrl, live.token) : sandboxAccount();
  await options.build?.();
  const project = readProject(options.project);
  const backEnd = options.backEnd?.(url);
  const crm = live ? undefined : createLocalCrm(options, backEnd);
  const hubspot = live ?? { hubspotUrl: url, token: tokenOf(options) };
  const page = await pageOf({ options, project, account, hubspot, backEnd, crm, url });
  const runner = runnerOf({ project, hubspot, page, url, isLive: live !== undefined });
  const routes: Routes = new Hono();
  const logCall = (call: CallPassed) => page.log({ kind: 'hubspot', by: 'function', ...call });
  if (live) routes.route('/', passthroughRoutes(live.hubspotUrl, logCall));
  if (crm) routes.route('/', crmRoutes(crm));
  routes.route('/', page.routes);
  const running = await backEnd?.start((line) => page.log({ kind: 'log', line }));
  for (const path of backEnd?.paths ?? []) {
    if (running) routes.all(path, (c) => running.fetch(c.req.raw));
  }
  routes.route(
    '/',
    functionRoutes(runner, ({ uid, ok, elapsedMs }) => page.log({ kind: 'function', uid, ok, elapsedMs })),
  );
  return {
    routes,
    ...(crm && { crm }),
    close: async () => {
      runner.close();
      await page.close();
      await running?.close();
    },
  };
}

/** The account that the embedded CRM plays. */
function sandboxAccount(): PageAccount {
  const { portalId, timeZone, accountType } = accountDetails(homeAccount.hubId);
  return { id: portalId, timezone: timeZone, type: accountType };
}

/** The record page is HubSpot's own there: its reads take nothing off an app's limits. */
function createLocalCrm({ crm }: LocalOptions, backEnd: LocalBackEnd | undefined): Crm {
  const oauth = backEnd && { oauth: { apps: [backEnd.app] } };
  return createCrm({ rateLimits: publishedLimits, ...crm, uncountedAgent: pageAgent, ...oauth });
}

function tokenOf({ crm }: LocalOptions): string {
  const [first = sandboxToken] = Object.keys(crm?.tokens ?? {});
  return first;
}

interface PageParts {
  options: LocalOptions;
  project: Project;
  account: PageAccount;
  hubspot: { hubspotUrl: string; token: string };
  backEnd: LocalBackEnd | undefined;
  crm: Crm | undefined;
  url: string;
}

function pageOf({ options, project, account, hubspot, backEnd, crm, url }: PageParts): Promise<Page> {
  const {
    watch = true,
    bundleCache,
    objectTypes = sampleObjectTypes,
    linkingFunctions,
    actionFolders = [],
  } = options;
  const { appName, sourceFolder, cardsFolder, actionsFolder, permittedUrls } = project;
  const proxy = Object.fromEntries(permittedUrls.map((permitted) => [new URL(permitted).origin, url]));
  return createPage({
    ...hubspot,
    folders: { source: sourceFolder, cards: cardsFolder, actions: [actionsFolder, ...actionFolders] },
    watch,
    ...(bundleCache !== undefined && { bundleCache }),
    backEnd: {
      permittedUrls,
      proxy: backEnd ? proxy : {},
      clientSecret: backEnd?.app.clientSecret ?? '',
      portalId: account.id,
    },
    ...(crm && { firstRecords: () => firstRecords(crm, objectTypes) }),
    settings: {
      live: options.account !== undefined,
      account,
      appName,
      objectTypes,
      ...(linkingFunctions && { linkingFunctions }),
      ...(backEnd && { installPath: backEnd.installPath, backEndAgent: backEnd.userAgent }),
    },
  });
}

interface RunnerParts {
  project: Project;
  hubspot: { token: string };
  page: Page;
  url: string;
  isLive: boolean;
}

function runnerOf({ project, hubspot, page, url, isLive }: RunnerParts): FunctionRunner {
  return new FunctionRunner({
    folder: project.functionsFolder,
    environment: {
      PRIVATE_APP_ACCESS_TOKEN: hubspot.token,
      HUBSPOT_API_BASE_URL: isLive ? `${url}${passthrough}` : url,
    },
    onLog: (uid, line) => page.log({ kind: 'log', uid, line }),
  });
}
