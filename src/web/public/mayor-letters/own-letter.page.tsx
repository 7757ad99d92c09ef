import type { LetterState, OwnLetter } from '../../../consultations/index.js';
import { CheckAnswers, Day, Prose, Section, StatusTag, type Tone, type Viewer } from '../../shared/index.js';
import { LeaveForm, ReturnCodeNotice } from '../../shared/return-code.js';
import { Retention } from './retention.js';

/** A sender hears that it is looked at, not through whose hands it goes. */
const TOLD: Readonly<Record<LetterState, { readonly words: string; readonly tone: Tone }>> = {
  unread: { words: '届きました', tone: 'info' },
  considering: { words: '担当の課で検討しています', tone: 'info' },
  deciding: { words: '担当の課で検討しています', tone: 'info' },
  answered: { words: '回答しました', tone: 'success' },
  'no-answer': { words: '読みました（回答はありません）', tone: 'neutral' },
};

const READ = { words: '読みました', tone: 'success' } as const;

/** Receipt, state and answer in one: what a sender sees right after sending, and whenever they come back. */
export function OwnLetterPage({ viewer, letter, code }: { viewer: Viewer; letter: OwnLetter; code: string }) {
  const isRead = letter.state === 'no-answer' && letter.closingReason === '';
  const { words, tone } = isRead ? READ : TOLD[letter.state];
  const waits = letter.state !== 'answered' && letter.state !== 'no-answer';
  return (
    <>
      <ReturnCodeNotice number={letter.number} code={code} />
      <p>
        いまの状況：<StatusTag tone={tone}>{words}</StatusTag>
      </p>
      {waits && letter.wantsAnswer && (
        <p>
          届いてから{letter.settings.answerDays}
          日をめやすに回答します。メールアドレスを書いた方にはメールで、住所を書いた方には郵便でお送りします。このページでも読めます。
        </p>
      )}
      {waits && !letter.wantsAnswer && <p>手紙は必ず読みます。ありがとうございました。</p>}
      {isRead && (
        <p>
          <Day date={letter.closedOn} />
          に読みました。お手紙をありがとうございました。
        </p>
      )}
      {letter.answer !== null && (
        <Section title="回答">
          <Prose text={letter.answer} />
          <p class="hint">
            回答した日：
            <Day date={letter.closedOn} />
          </p>
        </Section>
      )}
      {letter.state === 'no-answer' && letter.closingReason !== '' && (
        <Section title="回答について">
          <Prose text={letter.closingReason} />
        </Section>
      )}
      <Section title="送った手紙">
        <CheckAnswers
          answers={[
            { label: '届いた日', value: <Day date={letter.receivedOn} /> },
            { label: '分野', value: letter.topic },
            { label: '件名', value: letter.subject },
            { label: '手紙の内容', value: <Prose text={letter.body} /> },
            { label: '回答', value: letter.wantsAnswer ? '回答がほしい' : '回答はいらない' },
            { label: '公表', value: letter.mayPublish ? '公表してもよい' : '公表しないでほしい' },
          ]}
        />
      </Section>
      <Retention settings={letter.settings} />
      <LeaveForm action={viewer.url('mayor-letters/leave')} />
    </>
  );
}
