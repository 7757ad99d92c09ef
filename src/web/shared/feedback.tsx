import type { ComponentChildren } from 'preact';
import { VisuallyHidden } from './values.js';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A state in words; the colour only repeats what the words say. */
export const StatusTag = ({ tone = 'neutral', children }: { tone?: Tone | undefined; children: ComponentChildren }) => (
  <span class={`tag tag-${tone}`}>{children}</span>
);

const NOTICE_LABEL: Record<Tone, string> = {
  neutral: 'お知らせ',
  info: 'お知らせ',
  success: '完了',
  warning: 'ご注意',
  danger: '重要',
};

interface NoticeProps {
  readonly tone?: Tone | undefined;
  readonly title?: string | undefined;
  /** Announces itself when the page opens: for the outcome of what was just done. */
  readonly live?: boolean | undefined;
  readonly children?: ComponentChildren | undefined;
}

export function Notice({ tone = 'info', title, live = false, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={live ? 'status' : undefined}>
      <p class="notice-title">
        {title ? (
          <>
            <VisuallyHidden>{NOTICE_LABEL[tone]}：</VisuallyHidden>
            {title}
          </>
        ) : (
          NOTICE_LABEL[tone]
        )}
      </p>
      {children && <div class="notice-body">{children}</div>}
    </div>
  );
}

/** Says what would stand here and what to do so that it does. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren | undefined }) {
  return (
    <div class="empty-state">
      <p class="empty-state-title">{title}</p>
      {children}
    </div>
  );
}

/** 「ステップ2／5」 of a journey whose pages follow one another. */
export function Steps({ current, total, label }: { current: number; total: number; label?: string | undefined }) {
  return (
    <p class="steps">
      <span class="steps-count">
        ステップ{current}／{total}
      </span>
      {label && <span class="steps-label">{label}</span>}
    </p>
  );
}

interface LiveProgressProps {
  /** Answers with server-sent events whose data is `{done, total, text?, finished?}`. */
  readonly events: string;
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** The page itself, offered as 「最新の状態に更新」 to people without scripts. */
  readonly reload: string;
}

export function LiveProgress({ events, label, done, total, reload }: LiveProgressProps) {
  return (
    <div class="live-progress" data-live={events}>
      <label class="live-progress-label" for="live-progress">
        {label}
      </label>
      <progress id="live-progress" value={done} max={Math.max(total, 1)}>
        {`${String(done)}／${String(total)}`}
      </progress>
      <p role="status" data-live-text>
        {`${String(total)}件のうち${String(done)}件が終わりました。`}
      </p>
      <p>
        <a href={reload} data-live-reload>
          最新の状態に更新
        </a>
      </p>
    </div>
  );
}
