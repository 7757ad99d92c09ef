import type { ComponentChildren } from 'preact';
import type { Criterion } from '../../kernel/rubric.js';
import { LONGEST_OVERALL, mostPoints, type SeatCase, type TypedSheet } from '../../panels/index.js';
import {
  Button,
  ButtonRow,
  CheckAnswers,
  Columns,
  FieldGroup,
  Figure,
  FigureRow,
  Form,
  Notice,
  Section,
  Select,
  TextArea,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { PanelMaterials } from '../shared/panel-materials.js';
import { slotInWords, timesInWords } from '../shared/panel-words.js';

interface SheetPageProps {
  readonly viewer: Viewer;
  readonly seen: SeatCase;
  /** What was sent. */
  readonly content: ComponentChildren;
  /** What a refused form held. */
  readonly typed: TypedSheet | undefined;
}

/** Beyond this many points a list to choose from is longer than a number is to type. */
const LONGEST_CHOICE = 20;

/** What is judged, as it was sent, beside the member's own sheet. */
export function SheetPage(props: SheetPageProps) {
  const { viewer, seen, content } = props;
  const { item, meeting, words, slot, materials, materialScans } = seen;
  return (
    <>
      <FigureRow>
        <Figure label={words.party}>{item.organizationName}</Figure>
        <Figure label={words.group}>{item.programName}</Figure>
        <Figure label={words.reference}>{item.reference}</Figure>
        {meeting.presentation && (
          <Figure label="発表" note={timesInWords(meeting.presentation)}>
            {slotInWords(slot) || `${String(item.position)}番目`}
          </Figure>
        )}
      </FigureRow>
      <Columns
        main={
          <>
            {materials.length > 0 && (
              <Section title="配られた資料">
                <PanelMaterials
                  materials={materials}
                  scans={materialScans}
                  href={(id) => viewer.url(`panel/materials/${id}`)}
                />
              </Section>
            )}
            {content}
          </>
        }
        aside={seen.meeting.state === 'scoring' ? <SheetForm {...props} /> : <LockedSheet {...props} />}
        asideLabel="採点表"
      />
    </>
  );
}

function SheetForm({ viewer, seen: { item, sheet, words }, typed }: SheetPageProps) {
  const { criteria } = item.rubric;
  const path = `panel/cases/${item.id}`;
  const filled = criteria.filter(({ id }) => sheet.points[id] !== undefined).length;
  return (
    <Section title="採点表">
      <Form action={viewer.url(path)} version={sheet.version} autosave={viewer.url(path)} label="採点表">
        <p>
          {`${String(criteria.length)}項目、${String(mostPoints(item.rubric))}点満点です。`}
          {filled > 0 && `いま${String(filled)}項目、${String(totalOf(sheet.points))}点を保存しています。`}
        </p>
        {criteria.map((criterion) => (
          <FieldGroup
            legend={criterion.label}
            hint={criterion.hint === '' ? undefined : criterion.hint}
            key={criterion.id}
          >
            <PointsField
              criterion={criterion}
              value={typed ? typed.points[criterion.id] : sheet.points[criterion.id]?.toString()}
            />
            <TextArea
              name={`remarks[${criterion.id}]`}
              label={`「${criterion.label}」へのコメント`}
              rows={2}
              value={(typed ?? sheet).remarks[criterion.id]}
            />
          </FieldGroup>
        ))}
        <TextArea
          name="overall"
          label="全体へのコメント"
          hint="審査会の講評を書くときの参考にします。"
          rows={4}
          most={LONGEST_OVERALL}
          value={(typed ?? sheet).overall}
        />
        <ButtonRow>
          <Button>保存して一覧に戻る</Button>
        </ButtonRow>
      </Form>
      <p>
        {`この${words.thing}や${words.party}と関わりがあるときは、採点せずに`}
        <a href={viewer.url(`${path}/recusal`)}>忌避を申し出てください</a>。
      </p>
    </Section>
  );
}

function PointsField({ criterion, value }: { criterion: Criterion; value: string | undefined }) {
  const { id, label, most } = criterion;
  const field = {
    name: `points[${id}]`,
    label: `「${label}」の点数`,
    hint: `0点から${String(most)}点まで`,
    required: true,
  };
  if (most > LONGEST_CHOICE) return <TextField {...field} size="short" inputMode="numeric" suffix="点" value={value} />;
  const choices = Array.from({ length: most + 1 }, (_, index) => String(most - index));
  // What was typed and is no choice must not vanish from the page that refuses it.
  const options = value === undefined || value === '' || choices.includes(value) ? choices : [value, ...choices];
  return (
    <Select
      {...field}
      options={options.map((each) => ({ value: each, label: `${each}点` }))}
      prompt="選んでください"
      value={value}
    />
  );
}

function LockedSheet({ seen: { item, sheet } }: SheetPageProps) {
  const { criteria } = item.rubric;
  return (
    <Section title="採点表">
      <Notice tone="neutral" title="採点は締め切られました">
        <p>あなたの採点表です。もう直せません。</p>
      </Notice>
      <CheckAnswers
        answers={[
          ...criteria.map(({ id, label, most }) => ({
            label,
            value: (
              <>
                {sheet.points[id] === undefined
                  ? '（未記入）'
                  : `${String(sheet.points[id])}点（${String(most)}点満点）`}
                {sheet.remarks[id] !== undefined && <p class="prose">{sheet.remarks[id]}</p>}
              </>
            ),
          })),
          { label: '合計', value: `${String(totalOf(sheet.points))}点（${String(mostPoints(item.rubric))}点満点）` },
          { label: '全体へのコメント', value: sheet.overall === '' ? '（なし）' : sheet.overall },
        ]}
      />
    </Section>
  );
}

const totalOf = (points: SeatCase['sheet']['points']): number =>
  Object.values(points).reduce((sum, each) => sum + each, 0);
