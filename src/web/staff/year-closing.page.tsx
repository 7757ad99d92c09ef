import { byProgram, LONGEST_CLOSING_NOTE, OPEN_KINDS, type YearStanding } from '../../closing/index.js';
import { closingDayOf, formatFiscalYear } from '../../kernel/fiscal-year.js';
import { formatEra } from '../../kernel/local-date.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  DataTable,
  Form,
  Hidden,
  Section,
  TextArea,
  type Viewer,
} from '../shared/index.js';
import { Pages, type PartOfRows } from '../shared/pages-of-rows.js';
import { linePath } from './budget-words.js';
import { LapsingTable } from './year-lapses.js';
import { ObstacleNotice, YearLines } from './year-parts.js';
import { OPEN_LABEL, yearPath } from './year-words.js';

interface YearClosingPageProps {
  readonly viewer: Viewer;
  readonly standing: YearStanding;
  readonly note: string;
  /** Of the grants whose rest lapses. */
  readonly part: PartOfRows;
}

/** The last look before a year is closed: its money, what stays open, and the confirmation. */
export function YearClosingPage({ viewer, standing, note, part }: YearClosingPageProps) {
  const { year, lines, open, lapsing, digest } = standing;
  const rows = byProgram(open).flatMap(({ programName, counts }) =>
    OPEN_KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({ programName, kind, count: counts[kind] })),
  );
  return (
    <>
      <ObstacleNotice standing={standing} />
      <Section title="閉鎖したときの決算">
        <YearLines viewer={viewer} lines={lines} rests={lapsing} linkTo={linePath} />
      </Section>
      <Section title={`閉鎖すると不用になる交付金（${String(lapsing.length)}件）`}>
        {lapsing.length > 0 && (
          <p>
            決定して、まだ支出命令のない額です。閉鎖と同時に支出負担行為を減らし、支出命令のない請求書は、確認済みのものも取り下げます。支払うものは、閉鎖する前に手続きを終えてください。
          </p>
        )}
        <LapsingTable viewer={viewer} lapsing={lapsing} part={part} />
        <Pages viewer={viewer} path={yearPath(year, 'closing')} name="lapsing" part={part} total={lapsing.length} />
      </Section>
      <Section title="残したまま閉鎖するもの">
        <DataTable
          caption="残したまま閉鎖するもの"
          captionHidden
          cards
          rows={rows}
          columns={[
            { label: '補助制度', cell: ({ programName }) => programName },
            { label: '内容', cell: ({ kind }) => OPEN_LABEL[kind] },
            { label: '件数', align: 'end', tight: true, cell: ({ count }) => `${String(count)}件` },
          ]}
          empty="残っているものはありません。"
        />
        {rows.length > 0 && (
          <p>
            閉鎖の記録に残ります。この年度の予算では支払えなくなります。
            <a href={viewer.url(yearPath(year))}>一つずつ見る</a>
          </p>
        )}
      </Section>
      <Section title="閉鎖する">
        <p>
          {formatEra(closingDayOf(year))}
          までに領収した返還金は、閉鎖する前に入力してください。閉鎖した後に入力すると、戻入ではなく現年度の歳入になります。
        </p>
        <Form action={viewer.url(yearPath(year, 'closing'))}>
          <Hidden name="shown" value={digest} />
          <TextArea
            name="note"
            label="繰越明許費・事故繰越などの覚え"
            hint="議決や繰越計算書の番号など。繰越しの手続は財務会計システムで行います。繰り越した予算での支払は、閉鎖の後に交付決定の画面で記録します。"
            most={LONGEST_CLOSING_NOTE}
            rows={3}
            value={note}
          />
          <Checkbox
            name="slipsEntered"
            value="yes"
            label={`${formatEra(closingDayOf(year))}までの領収済通知書をすべて入力しました`}
          />
          <Checkbox
            name="confirmed"
            value="yes"
            label={`${formatFiscalYear(year)}を閉鎖すると、この年度の予算に何も記帳できなくなることを確かめました`}
          />
          <ButtonRow>
            <Button>{formatFiscalYear(year)}を閉鎖する</Button>
            <ButtonLink kind="secondary" href={viewer.url(yearPath(year))}>
              戻る
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}
