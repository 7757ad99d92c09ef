import type { ComponentChildren } from 'preact';
import { dayInJapan, formatEra, timeInJapan, type LocalDate } from '../../kernel/local-date.js';
import { formatYen, type Yen } from '../../kernel/yen.js';

/** `630,000円`; a missing amount reads 「未定」, never 0. */
export function Money({ yen, strong = false }: { yen: Yen | null; strong?: boolean | undefined }) {
  if (yen === null) return <span class="money money-missing">未定</span>;
  return strong ? <strong class="money">{formatYen(yen)}</strong> : <span class="money">{formatYen(yen)}</span>;
}

/** 和暦, with the Western year where people search by it; a missing day reads as a dash with its meaning. */
export function Day({ date, western = false }: { date: LocalDate | null; western?: boolean | undefined }) {
  if (date === null) return <NotYet />;
  return (
    <time dateTime={date}>
      {formatEra(date)}
      {western && <span class="western-year">（{date.slice(0, 4)}年）</span>}
    </time>
  );
}

/** A moment as the clock on a Japanese wall showed it: `令和8年4月1日 14:05`. */
export function Moment({ at }: { at: Date | null }) {
  if (at === null) return <NotYet />;
  return <time dateTime={at.toISOString()}>{`${formatEra(dayInJapan(at))} ${timeInJapan(at)}`}</time>;
}

export function FileSize({ bytes }: { bytes: number }) {
  const megabytes = bytes / 1_048_576;
  return <>{megabytes >= 1 ? `${megabytes.toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1024)).toString()}KB`}</>;
}

/** Free text with the line breaks that its writer made. */
export const Prose = ({ text }: { text: string }) => <p class="prose">{text}</p>;

export const VisuallyHidden = ({ children }: { children: ComponentChildren }) => (
  <span class="visually-hidden">{children}</span>
);

const NotYet = () => (
  <span class="not-yet">
    <span aria-hidden="true">―</span>
    <VisuallyHidden>なし</VisuallyHidden>
  </span>
);
