import type { ComponentChildren } from 'preact';
import { hasDuty, type Actor } from '../../kernel/actor.js';
import { DESK_LABEL, DESKS, homeDeskOf, approvesOnly, mayEnter, servesOnly, type DeskName } from './desks.js';
import { inTownWords } from './head-words.js';
import { NAVIGATION } from './navigation.js';
import type { Crumb } from './results.js';
import type { Viewer } from './viewer.js';

export const SERVICE_NAME = '地域づくり補助金';

/** First thing the keyboard meets: past the header to the work. */
export const SkipLink = () => (
  <a class="skip-link" href="#main">
    本文へ移動
  </a>
);

export function Header({ viewer }: { viewer: Viewer | null }) {
  return (
    <header class="site-header">
      <div class="site-header-inner">
        <a class="site-name" href={viewer ? viewer.url('') : '/'}>
          {viewer && <span class="site-town">{viewer.town.name}</span>}
          <span class="site-service">{SERVICE_NAME}</span>
        </a>
        {viewer && viewer.desk !== 'public' && <span class="site-desk">{DESK_LABEL[viewer.desk]}</span>}
        {viewer && <Person viewer={viewer} />}
      </div>
      {viewer && <MainNavigation viewer={viewer} />}
    </header>
  );
}

function Person({ viewer }: { viewer: Viewer }) {
  if (!viewer.signedIn) {
    return (
      <div class="site-person">
        <a href={viewer.url('sign-in')}>ログイン</a>
      </div>
    );
  }
  const desks = DESKS.filter((desk) => desk !== 'public' && desk !== viewer.desk && mayEnter(desk, viewer.actor));
  return (
    <div class="site-person">
      {desks.map((desk) => (
        <a href={viewer.url(homeOf(desk))} key={desk}>
          {DESK_LABEL[desk]}へ
        </a>
      ))}
      <a class="site-person-name" href={viewer.url('account')}>
        {nameOf(viewer)}
      </a>
      <form action={viewer.url('sign-out')} method="post" class="site-sign-out">
        <button type="submit" class="button button-quiet button-small">
          ログアウト
        </button>
      </form>
    </div>
  );
}

function nameOf({ actor }: Viewer): string {
  const post = actor.kind === 'staff' ? actor.posts[0]?.name : undefined;
  return post ? `${post}　${actor.name}` : actor.name;
}

function MainNavigation({ viewer }: { viewer: Viewer }) {
  const here = viewer.path.split('?')[0] ?? '';
  /** The first page of a desk stands above all the others of that desk, and is not marked on them. */
  const hasPagesBelow = (path: string): boolean => viewer.desk === 'public' || path.includes('/');
  const items = NAVIGATION[viewer.desk].filter(
    ({ paymentMode, duties }) =>
      (paymentMode === undefined || paymentMode === viewer.town.paymentMode) &&
      (duties === undefined
        ? !servesOnly(viewer.actor, 'inquiry')
        : duties.some((duty) => hasDuty(viewer.actor, duty))),
  );
  return (
    <nav class="site-navigation" aria-label="主なページ">
      <ul>
        {items.map(({ label, path }) => {
          const href = viewer.url(path);
          const current =
            here === href ? 'page' : hasPagesBelow(path) && here.startsWith(`${href}/`) ? 'true' : undefined;
          return (
            <li key={path}>
              <a href={href} aria-current={current}>
                {label}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  // The page alone is no path: its heading says the same.
  if (crumbs.length < 2) return null;
  return (
    <nav class="breadcrumb" aria-label="現在位置">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.label}>
            {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What everyone may come for, from any public page. */
const PUBLIC_LINKS = [
  { label: '協働とは', path: 'about' },
  { label: '企画提案の募集', path: 'calls' },
  { label: '寄せられた企画提案', path: 'proposals' },
  { label: '意見募集', path: 'consultations' },
  { label: '首長への手紙', path: 'mayor-letters' },
  { label: '交付の一覧', path: 'grants' },
  { label: '事業の検証', path: 'verifications' },
  { label: '通知書の確認', path: 'check' },
  { label: 'オープンデータ', path: 'open-data' },
] as const;

const POLICY_LINKS = [
  { label: 'アクセシビリティ方針', path: 'accessibility' },
  { label: '個人情報の扱い', path: 'privacy' },
] as const;

export function Footer({ viewer }: { viewer: Viewer | null }) {
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        {viewer ? (
          <>
            <address class="site-contact">
              <strong>{viewer.town.hallName}</strong>
              {viewer.contact && (
                <span>
                  {viewer.contact.name} {viewer.contact.unit}　電話 {viewer.contact.phone}
                </span>
              )}
              <span>
                〒{viewer.town.postalCode} {viewer.town.address}
              </span>
            </address>
            <ul class="site-footer-links">
              <li>
                <a href={viewer.url('')}>{viewer.town.name}の入口</a>
              </li>
              {viewer.desk === 'public' &&
                PUBLIC_LINKS.map(({ label, path }) => (
                  <li key={path}>
                    <a href={viewer.url(path)}>{inTownWords(label, viewer.town)}</a>
                  </li>
                ))}
              {POLICY_LINKS.map(({ label, path }) => (
                <li key={path}>
                  <a href={viewer.url(path)}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p class="site-contact">{SERVICE_NAME}</p>
        )}
      </div>
    </footer>
  );
}

export const Main = ({ wide, children }: { wide: boolean; children: ComponentChildren }) => (
  <main id="main" class={wide ? 'main main-wide' : 'main'} tabIndex={-1}>
    {children}
  </main>
);

/** The first page of a desk. */
export const homeOf = (desk: DeskName): string => (desk === 'public' ? '' : (NAVIGATION[desk][0]?.path ?? ''));

/** Where this person belongs; right after signing in give the actor that has just been found. */
export const homeUrl = (viewer: Viewer, actor: Actor = viewer.actor): string => viewer.url(homePathOf(actor));

function homePathOf(actor: Actor): string {
  if (servesOnly(actor, 'inquiry')) return 'staff/inquiries';
  const desk = homeDeskOf(actor);
  return desk === 'staff' && approvesOnly(actor) ? 'staff/approvals' : homeOf(desk);
}
