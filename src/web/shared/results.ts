import type { Readable } from 'node:stream';
import type { ComponentChildren } from 'preact';
import type { DomainError, Fault } from '../../kernel/domain-error.js';
import type { Ticket } from './cookies.js';
import type { Viewer } from './viewer.js';

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

export interface PageContent {
  /** The page's heading and title; write the h1 yourself only with `heading: false`. */
  readonly title: string;
  readonly body: ComponentChildren;
  readonly heading?: boolean;
  /** One sentence under the heading. */
  readonly lead?: string;
  readonly breadcrumb?: readonly Crumb[];
  readonly errors?: readonly Fault[] | DomainError;
  /** Shows what only one person should see: no copy of it is kept anywhere. */
  readonly personal?: boolean;
  /** The same for everyone who is not signed in: for so many seconds a proxy may answer with its copy. */
  readonly sharedForSeconds?: number;
  /** Lists and side-by-side work; forms and texts stay narrow. */
  readonly wide?: boolean;
}

export class PageResult {
  constructor(
    readonly viewer: Viewer | null,
    readonly content: PageContent,
    readonly status: number,
  ) {}
}

/** A minute: long enough to carry a rush, short enough that nobody waits for what was just decided. */
export const SHARED_FOR_SECONDS = 60;

/** A page of public facts that is drawn once for everyone who is not signed in, and again when `edition` is another. */
export class SharedPageResult {
  constructor(
    readonly viewer: Viewer,
    /** Names what the page shows: the same edition and address, the same page. */
    readonly edition: string,
    readonly content: () => Promise<PageContent>,
  ) {}
}

export interface RedirectOptions {
  /** Said once on the next page. */
  readonly notice?: string;
  /** Starts the session cookie of this town. */
  readonly signIn?: { readonly token: string; readonly expiresAt: Date };
  /** Lets somebody without an account see what they sent, or (null) no longer. */
  readonly ticket?: Ticket;
  /** Ends the session cookie of this town. */
  readonly signOut?: boolean;
}

export class RedirectResult {
  constructor(
    readonly to: string,
    readonly options: RedirectOptions,
  ) {}
}

export interface Download {
  /** At once, or as they come where the whole is too much to hold, or made only if the asker has no copy of this `tag`. */
  readonly bytes: Uint8Array | Readable | (() => Promise<Uint8Array>);
  readonly fileName: string;
  readonly mediaType: string;
  /** Shown in the browser instead of saved; only for kinds that cannot carry scripts. */
  readonly inline?: boolean;
  /** Of what everybody may have: how long copies may serve instead of asking again, in seconds. */
  readonly publicForSeconds?: number;
  /** Programs in pages of other sites may read it as well: for what everybody may have, whoever asks. */
  readonly openToOtherSites?: boolean;
  /** Names these bytes among all that ever stood under this address; letters, digits, `-` and `_`. */
  readonly tag?: string;
  /**
   * The address never shows anything else: whoever has seen it need not ask again. Proxies ask all the same, as it may be
   * taken down for those who have not.
   */
  readonly immutable?: boolean;
}

/** Kinds that a browser shows without running anything they carry. */
export const SHOWN_INLINE: ReadonlySet<string> = new Set([
  ...['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
  'application/rss+xml; charset=utf-8',
]);

export class DownloadResult {
  constructor(readonly file: Download) {}
}

export class JsonResult {
  constructor(
    readonly body: Readonly<Record<string, unknown>>,
    readonly status: number,
  ) {}
}

/** A page of the viewer's desk. With errors its status is 422 unless given otherwise. */
export const page = (viewer: Viewer, content: PageContent, status?: number): PageResult =>
  new PageResult(viewer, content, status ?? (content.errors ? 422 : 200));

export const sharedPage = (viewer: Viewer, edition: string, content: () => Promise<PageContent>): SharedPageResult =>
  new SharedPageResult(viewer, edition, content);

/** A page before any town is chosen. */
export const pageWithoutTown = (content: PageContent, status = 200): PageResult =>
  new PageResult(null, content, status);

/** 303 to another page after an act, so that reloading it does not act again. */
export const redirect = (to: string, options: RedirectOptions = {}): RedirectResult => new RedirectResult(to, options);

export const download = (file: Download): DownloadResult => new DownloadResult(file);

export const json = (body: Readonly<Record<string, unknown>>, status = 200): JsonResult => new JsonResult(body, status);

/** What autosave expects: the version that the next save must carry. */
export const saved = (version: number): JsonResult => json({ version });
