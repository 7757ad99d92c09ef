import type { PanelsView } from '../../panels/index.js';
import {
  Button,
  ButtonRow,
  Checkboxes,
  DataTable,
  DateField,
  Day,
  EmptyState,
  Form,
  Section,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { meetingName } from '../shared/panel-words.js';
import { typedList } from '../shared/typed-records.js';
import { typedText } from '../shared/typed-text.js';

interface PanelsPageProps {
  readonly viewer: Viewer;
  readonly view: PanelsView;
  readonly mayKeep: boolean;
  /** What a refused form held. */
  readonly typed: unknown;
}

/** The panels of the town, each with its last meeting. */
export function PanelsPage({ viewer, view: { panels, programmes }, mayKeep, typed }: PanelsPageProps) {
  const named = new Map(programmes.map(({ id, name }) => [id, name]));
  return (
    <>
      <DataTable
        caption="審査会の一覧"
        captionHidden
        keyboard
        empty={{
          title: '審査会はまだありません。',
          body: <p>審査会を求める補助制度や、評価項目のある企画提案の募集があるときは、下で審査会を置きます。</p>,
        }}
        rows={panels}
        columns={[
          { label: '審査会', cell: ({ id, name }) => <a href={viewer.url(`staff/panels/${id}`)}>{name}</a> },
          {
            label: '任期',
            tight: true,
            cell: ({ termFrom, termUntil }) => (
              <>
                <Day date={termFrom} />～<Day date={termUntil} />
              </>
            ),
          },
          {
            label: '審査する補助制度・募集',
            cell: ({ programIds }) => programIds.map((id) => named.get(id)).join('、'),
          },
          {
            label: '最近の回',
            cell: ({ meetings: [last], ...panel }) =>
              last ? (
                <a href={viewer.url(`staff/panel-meetings/${last.id}`)}>
                  {meetingName(panel, last)}（<Day date={last.heldOn} />）
                </a>
              ) : (
                'まだありません'
              ),
          },
        ]}
      />
      {mayKeep && (
        <Section title="審査会を置く">
          {programmes.length === 0 ? (
            <EmptyState title="審査会で審査するものはまだありません。">
              <p>補助制度の版か、企画提案の募集で評価項目を定めて公開すると、ここで審査会を置けます。</p>
            </EmptyState>
          ) : (
            <Form action={viewer.url('staff/panels')} label="審査会">
              <PanelFields programmes={programmes} typed={typed} />
              <ButtonRow>
                <Button>審査会を置く</Button>
              </ButtonRow>
            </Form>
          )}
        </Section>
      )}
    </>
  );
}

/** Name, term and programmes, new or changed. */
export function PanelFields({ programmes, typed }: { programmes: PanelsView['programmes']; typed: unknown }) {
  return (
    <>
      <TextField name="name" label="審査会の名称" required size="medium" value={typedText(typed, 'name')} />
      <DateField name="termFrom" label="任期の始まり" required value={typedText(typed, 'termFrom')} />
      <DateField name="termUntil" label="任期の終わり" required value={typedText(typed, 'termUntil')} />
      <Checkboxes
        name="programIds"
        label="審査する補助制度・募集"
        required
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
        values={typedList(typed, 'programIds')}
      />
    </>
  );
}
