import { formatEra } from '../../../kernel/local-date.js';
import { PROPOSER_KIND_LABELS, standingOf, type CallView } from '../../../proposals/index.js';
import { Notice } from '../feedback.js';
import { CheckAnswers } from '../lists.js';
import { Section } from '../structure.js';
import { DataTable } from '../tables.js';
import { Prose } from '../values.js';
import { CallStandingTag, periodInWords } from './proposal-words.js';

interface CallTextProps {
  readonly view: CallView;
  readonly now: Date;
  /** Of its headings. */
  readonly level?: 2 | 3;
}

/** The text of a call, as everybody reads it and as staff see it beforehand. */
export function CallText({ view: { call, section, extensions }, now, level = 2 }: CallTextProps) {
  const moved = extensions.at(-1);
  return (
    <>
      {call.state === 'withdrawn' && (
        <Notice tone="warning" title="この募集は取りやめました">
          <Prose text={call.withdrawalReason} />
        </Notice>
      )}
      {call.lead !== '' && <Prose text={call.lead} />}
      <CheckAnswers
        answers={[
          {
            label: '受付の期間',
            value: (
              <>
                {periodInWords(call)} <CallStandingTag standing={standingOf(call, now)} />
                {moved && (
                  <>
                    <br />
                    {formatEra(moved.closed)}までだった受付を延ばしました（{moved.reason}）。
                  </>
                )}
              </>
            ),
          },
          { label: 'テーマ', value: call.themeKind === 'free' ? '自由です' : <Prose text={call.theme} /> },
          { label: '分野', value: call.fields.map(({ label }) => label).join('、') },
          {
            label: '提案できる方',
            value: call.proposers.map((kind) => PROPOSER_KIND_LABELS[kind]).join('、'),
          },
        ]}
      />
      <Section level={level} title="提案のしかた">
        <ol>
          <li>お名前と連絡先、提案の名称と分野を入力します。登録やログインは要りません。</li>
          <li>
            次のことを書きます：
            {call.form
              .flatMap(({ questions }) => questions)
              .map(({ label, required }) => `${label}${required ? '' : '（任意）'}`)
              .join('、')}
          </li>
          <li>途中で休むときは、画面に出る「控えのコード」を控えてください。そのコードで、あとから続きを書けます。</li>
          <li>内容を確かめて提出すると、提案の番号が付きます。</li>
        </ol>
        <p>
          紙でも受け付けます。{section.name}
          {section.unit && ` ${section.unit}`}（電話 {section.phone}）に、ご相談ください。
        </p>
      </Section>
      {call.rubric && (
        <Section level={level} title="どのように見るか">
          <DataTable
            caption="評価項目"
            captionHidden
            cards
            empty=""
            rows={call.rubric.criteria}
            columns={[
              { label: '項目', heading: true, cell: ({ label }) => label },
              { label: '見るところ', cell: ({ hint }) => hint },
              { label: '配点', align: 'end', tight: true, cell: ({ most }) => `${String(most)}点` },
            ]}
          />
        </Section>
      )}
      <Section level={level} title="提案のあとの流れ">
        <Prose text={call.afterwards} />
      </Section>
    </>
  );
}
