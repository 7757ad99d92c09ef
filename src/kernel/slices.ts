/** `items` in their order, in runs of at most `most`. */
export function* slicesOf<Item>(items: readonly Item[], most: number): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += most) yield items.slice(from, from + most);
}
