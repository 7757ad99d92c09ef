import { OUTCOME_LABEL, phaseOf, type Phase, type PublicConsultation } from '../../consultations/index.js';
import { ButtonLink, ButtonRow } from './buttons.js';
import { Notice, StatusTag, type Tone } from './feedback.js';
import { townWord } from './head-words.js';
import { CheckAnswers } from './lists.js';
import { Section } from './structure.js';
import { PlainText } from './text-blocks.js';
import { Day, FileSize, Prose } from './values.js';
import type { Viewer } from './viewer.js';

const PHASE: Readonly<Record<Phase, { readonly words: string; readonly tone: Tone }>> = {
  draft: { words: '下書き', tone: 'neutral' },
  coming: { words: 'これから募集します', tone: 'info' },
  accepting: { words: '募集中', tone: 'success' },
  closed: { words: '募集は終わりました（結果をまとめています）', tone: 'info' },
  answered: { words: '結果を公表しました', tone: 'neutral' },
  withdrawn: { words: '取りやめました', tone: 'warning' },
};

export const PhaseTag = ({ phase }: { phase: Phase }) => (
  <StatusTag tone={PHASE[phase].tone}>{PHASE[phase].words}</StatusTag>
);

interface ConsultationBodyProps {
  readonly viewer: Viewer;
  readonly view: PublicConsultation;
  /** Where the files open; staff look before residents may. */
  readonly files?: string;
}

/** One consultation as residents read it; staff see the same before it is published. */
export function ConsultationBody({ viewer, view, files }: ConsultationBodyProps) {
  const { consultation, section, today, extensions, result } = view;
  const { id, opens, closes, commenters, resultBy } = consultation;
  const phase = phaseOf(consultation, today);
  const base = files ?? viewer.url(`consultations/${id}/files`);
  return (
    <>
      <p>
        <PhaseTag phase={phase} />
      </p>
      {phase === 'withdrawn' && (
        <Notice tone="warning" title="この意見募集は取りやめました">
          <Prose text={consultation.withdrawalReason} />
        </Notice>
      )}
      {result && <Result viewer={viewer} view={view} result={result} />}
      <Section title="どのような案か">
        <PlainText text={consultation.about} />
      </Section>
      <Section title="案の文書">
        <ul>
          {view.files.map(({ sha256, name, size }) => (
            <li key={sha256}>
              <a href={`${base}/${sha256}?view=1`}>{name}</a>（PDF、
              <FileSize bytes={size} />）
            </li>
          ))}
        </ul>
      </Section>
      <Section title="意見の出し方">
        <CheckAnswers
          answers={[
            {
              label: '募集の期間',
              value: (
                <>
                  <Day date={opens} />
                  から
                  <Day date={closes} />
                  まで
                  {extensions.map(({ closedBefore, reason }) => (
                    <p class="hint" key={closedBefore}>
                      <Day date={closedBefore} />
                      までの予定を延ばしました。理由：{reason}
                    </p>
                  ))}
                </>
              ),
            },
            { label: '意見を出せる人', value: <Prose text={commenters} /> },
            {
              label: '結果の公表',
              value: resultBy ? <Day date={resultBy} /> : 'まとまりしだい、このページで公表します。',
            },
            { label: '担当', value: `${section.name} ${section.unit}　電話 ${section.phone}` },
          ]}
        />
        {phase === 'accepting' && (
          <>
            <p>登録しなくても、このページから送れます。紙やFAXでも、担当の課で受け付けます。</p>
            <ButtonRow>
              <ButtonLink href={viewer.url(`consultations/${id}/comments/new`)}>意見を書く</ButtonLink>
            </ButtonRow>
          </>
        )}
      </Section>
    </>
  );
}

interface ResultProps {
  readonly viewer: Viewer;
  readonly view: PublicConsultation;
  readonly result: NonNullable<PublicConsultation['result']>;
}

const Result = ({ viewer, view: { consultation }, result: { comments, opinions } }: ResultProps) => (
  <Section title="意見募集の結果" id="result">
    <p>
      <strong>{comments}件</strong>の意見をいただきました。
      <Day date={consultation.answeredOn} />
      に公表しました。
    </p>
    {consultation.resultNote !== '' && <Prose text={consultation.resultNote} />}
    {opinions.map(({ title, count, summary, townView, outcome, change }) => (
      <Section title={`${title}（${String(count)}件）`} level={3} key={title}>
        <CheckAnswers
          answers={[
            { label: '意見の要旨', value: <Prose text={summary} /> },
            { label: `${townWord(viewer.town)}の考え方`, value: <Prose text={townView} /> },
            {
              label: '案の扱い',
              value: (
                <>
                  {OUTCOME_LABEL[outcome]}
                  {change !== '' && <Prose text={change} />}
                </>
              ),
            },
          ]}
        />
      </Section>
    ))}
  </Section>
);
