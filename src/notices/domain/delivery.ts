/** electronic: it counts as delivered in the inbox. paper: it is printed, sealed, posted, and its dispatch recorded. */
export type Delivery = 'electronic' | 'paper';

/** 郵送, 使送, 窓口交付. */
export const DISPATCH_WAYS = ['post', 'messenger', 'counter'] as const;
export type DispatchWay = (typeof DISPATCH_WAYS)[number];
export const DISPATCH_WAY_LABELS: Readonly<Record<DispatchWay, string>> = {
  post: '郵送',
  messenger: '使送',
  counter: '窓口交付',
};

/**
 * A notice reaches its recipient electronically only where the town records the article that allows it and the recipient
 * agreed (デジタル手続法7条). A document without a number is no notice: it simply lies in the inbox.
 */
export function deliveryOf(letter: { numbered: boolean }, basis: string | null, consents: boolean): Delivery {
  return !letter.numbered || (basis !== null && consents) ? 'electronic' : 'paper';
}
