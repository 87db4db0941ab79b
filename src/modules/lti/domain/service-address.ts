/** An address below another one: some platforms put a query into theirs, which stays (AGS 2.0 §3.4.1). */
export function below(address: string, name: string, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${name}`;
  return withQuery(url.href, query);
}

export function withQuery(address: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
