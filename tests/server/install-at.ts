/** A person's whole way through an install, over HTTP, from the back end's own address. */
export async function installAt(url: string): Promise<void> {
  const begin = await fetch(new URL('/oauth/install', url), { redirect: 'manual' });
  const [cookie = ''] = (begin.headers.get('set-cookie') ?? '').split(';');
  const page = begin.headers.get('location') ?? '';
  const body = new URLSearchParams({ decision: 'allow', hub_id: '12345678' });
  const consent = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  const done = await fetch(consent.headers.get('location') ?? '', { headers: { cookie } });
  if (done.status !== 200) throw new Error(`The install ended with ${done.status}.`);
}
