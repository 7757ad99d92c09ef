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
import { linePath } from './budget-words.js';
import { ObstacleNotice, YearLines } from './year-parts.js';
import { OPEN_LABEL, yearPath } from './year-words.js';

interface YearClosingPageProps {
  readonly viewer: Viewer;
  readonly standing: YearStanding;
  readonly note: string;
}

/** The last look before a year is closed: its money, what stays open, and the confirmation. */
export function YearClosingPage({ viewer, standing, note }: YearClosingPageProps) {
  const { year, lines, open, digest } = standing;
  const rows = byProgram(open).flatMap(({ programName, counts }) =>
    OPEN_KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({ programName, kind, count: counts[kind] })),
  );
  return (
    <>
      <ObstacleNotice standing={standing} />
      <Section title="この年度の決算">
        <YearLines viewer={viewer} lines={lines} linkTo={linePath} />
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
          までに領収した返還金は、閉鎖する前に入力してください。閉鎖すると、この年度に戻入できません。
        </p>
        <Form action={viewer.url(yearPath(year, 'closing'))}>
          <Hidden name="shown" value={digest} />
          <TextArea
            name="note"
            label="繰越明許費・事故繰越などの覚え"
            hint="議決や繰越計算書の番号など。繰越しの手続そのものは、別に行ってください。"
            most={LONGEST_CLOSING_NOTE}
            rows={3}
            value={note}
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
