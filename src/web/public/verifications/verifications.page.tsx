import { formatFiscalYear } from '../../../kernel/fiscal-year.js';
import type { PublishedVerification, Verification } from '../../../verifications/index.js';
import { CheckAnswers, DataTable, Day, Prose, Section, type Viewer } from '../../shared/index.js';
import { townWord } from '../../shared/head-words.js';
import { AnswerOrigins, SideBySide } from '../../shared/verification-words.js';

/** What became of the town's projects, newest year first. */
export const PublicVerificationsPage = ({ viewer, all }: { viewer: Viewer; all: readonly Verification[] }) => (
  <DataTable
    caption="事業の検証"
    captionHidden
    cards
    empty={{
      title: '公表した検証はまだありません。',
      body: <p>年度の事業が終わり、検証が済んだものから、ここに載ります。</p>,
    }}
    rows={all}
    columns={[
      { label: '事業', cell: ({ id, title }) => <a href={viewer.url(`verifications/${id}`)}>{title}</a> },
      { label: '団体', cell: ({ organizationName }) => organizationName },
      { label: '年度', tight: true, cell: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
      { label: '今後の方向性', tight: true, cell: ({ directionLabel }) => directionLabel },
      { label: '公表した日', tight: true, cell: ({ publishedOn }) => <Day date={publishedOn} /> },
    ]}
  />
);

/** One project at the end of its year, as everyone may read it. */
export const PublicVerificationPage = ({ viewer, published }: { viewer: Viewer; published: PublishedVerification }) => (
  <>
    <CheckAnswers
      answers={[
        { label: '団体', value: published.organizationName },
        { label: '補助制度', value: published.programName },
        { label: '年度', value: formatFiscalYear(published.year) },
      ]}
    />
    <Section title="今後の方向性">
      <CheckAnswers
        answers={[
          { label: `${townWord(viewer.town)}の決定`, value: <strong>{published.direction}</strong> },
          { label: '理由', value: <Prose text={published.reason} /> },
          { label: '決めた日', value: <Day date={published.decidedOn} /> },
        ]}
      />
    </Section>
    <Section title="それぞれの答え">
      <p>同じ項目への答えを並べたものです。だれが、いつ答えたかは、次のとおりです。</p>
      <AnswerOrigins origins={published.origins} />
      <SideBySide points={published.points} asked={published.points[0]?.answers.map(({ side }) => side) ?? []} />
    </Section>
  </>
);
