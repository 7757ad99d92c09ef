import type { NewsItem } from '../../../disclosure/index.js';

interface Feed {
  readonly title: string;
  readonly description: string;
  /** Where the town's public pages begin. */
  readonly address: string;
  readonly items: readonly NewsItem[];
}

/** RSS 2.0 with the address of the feed itself, as readers expect it. */
export function feedAsXml({ title, description, address, items }: Feed): string {
  const channel = [
    tag('title', title),
    tag('link', `${address}/`),
    tag('description', description),
    tag('language', 'ja'),
    ...(items[0] ? [tag('lastBuildDate', items[0].at.toUTCString())] : []),
    `<atom:link href="${escaped(`${address}/feed.xml`)}" rel="self" type="application/rss+xml"/>`,
    ...items.map((item) => itemAsXml(item, address)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    ...channel,
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function itemAsXml({ title, text, path, category, at }: NewsItem, address: string): string {
  const link = `${address}/${path}`;
  return [
    '<item>',
    tag('title', title),
    tag('link', link),
    `<guid isPermaLink="true">${escaped(link)}</guid>`,
    tag('description', text),
    tag('category', category),
    tag('pubDate', at.toUTCString()),
    '</item>',
  ].join('\n');
}

const tag = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 knows no control characters, not even escaped. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
