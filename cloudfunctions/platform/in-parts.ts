const MOST_AT_ONCE = 100

/** Asks about many in lists of a hundred, the most for which the database uses an index, and joins the answers. */
export async function inParts<Item, Found>(
  asked: readonly Item[],
  ask: (part: readonly Item[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const found: Found[] = []
  for (let from = 0; from < asked.length; from += MOST_AT_ONCE)
    found.push(...(await ask(asked.slice(from, from + MOST_AT_ONCE))))
  return found
}

const MOST_TOGETHER = 20

/** Does the same with each, twenty at a time. The first failure ends it. */
export async function withEach<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += MOST_TOGETHER)
    await Promise.all(items.slice(from, from + MOST_TOGETHER).map(work))
}
