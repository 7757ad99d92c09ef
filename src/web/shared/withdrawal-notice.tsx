import type { Application } from '../../applications/index.js';
import type { ComponentChildren } from 'preact';
import { Notice } from './feedback.js';
import { Moment } from './values.js';

interface WithdrawalNoticeProps {
  readonly application: Application;
  /** What comes next, while the wish waits. */
  readonly children: ComponentChildren;
}

/** That the organisation withdrew, or asked to while the decision was already on its way. */
export function WithdrawalNotice({ application, children }: WithdrawalNoticeProps) {
  const { state, withdrawal } = application;
  if (!withdrawal) return null;
  const { askedAt, askedBy, reason } = withdrawal;
  const withdrawn = state === 'withdrawn';
  return (
    <Notice
      tone={withdrawn ? 'neutral' : 'warning'}
      title={withdrawn ? '取り下げられた申請です' : '取下げの申出があります'}
    >
      {!withdrawn && children}
      {reason !== '' && <p>理由：{reason}</p>}
      <p>
        申し出た人：{askedBy}　<Moment at={askedAt} />
      </p>
    </Notice>
  );
}
