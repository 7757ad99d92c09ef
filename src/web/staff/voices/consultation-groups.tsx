import {
  OUTCOME_LABEL,
  OUTCOMES,
  SOURCE_LABEL,
  type AskedComments,
  type ConsultationPage,
  type OpinionGroup,
} from '../../../consultations/index.js';
import { hasDuty } from '../../../kernel/actor.js';
import { townWord } from '../../shared/head-words.js';
import {
  Button,
  ButtonRow,
  Checkboxes,
  EmptyState,
  Form,
  Hidden,
  Radios,
  Section,
  Select,
  TextArea,
  TextField,
  type Viewer,
} from '../../shared/index.js';
import { typedList } from '../../shared/typed-records.js';
import { typedText } from '../../shared/typed-text.js';
import { typedOr } from './typed.js';

interface GroupsProps {
  readonly viewer: Viewer;
  readonly view: ConsultationPage;
  readonly body: unknown;
  readonly asked: AskedComments;
}

/** Chosen instead of a group. */
export const OUT_OF_GROUPS = 'none';

/** Every comment, to be put into a group; the same list where nothing is sorted any more. */
export function SortingForm({ viewer, view: { consultation, comments, counts, groups }, body, asked }: GroupsProps) {
  if (counts.all === 0) return <EmptyState title="意見はまだ届いていません。" />;
  if (comments.length === 0) return <EmptyState title="どの意見も、まとまりに入っています。" />;
  const titles = new Map(groups.map(({ id, title }) => [id, title]));
  const options = comments.map((each) => ({
    value: each.id,
    label: `${String(each.number)}　${each.body}`,
    hint: [
      each.part || '全体',
      SOURCE_LABEL[each.source],
      each.groupId === null ? 'まとまり：まだ' : `まとまり：${titles.get(each.groupId) ?? ''}`,
      ...(each.mayPublish ? [] : ['公表しないでほしい']),
      ...(each.name === null ? [] : [`氏名：${each.name}`]),
    ].join('　／　'),
  }));
  const sortable = hasDuty(viewer.actor, 'promotion') && ['open', 'deciding'].includes(consultation.state);
  if (!sortable) {
    return (
      <ul>
        {options.map(({ value, label, hint }) => (
          <li key={value}>
            {label}
            <p class="hint">{hint}</p>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <Form
      action={viewer.url(`staff/voices/consultations/${consultation.id}/sorting`)}
      once
      label="意見をまとまりに入れる"
    >
      <Hidden name="loose" value={asked.loose ? '1' : ''} />
      <Hidden name="from" value={asked.part.from} />
      <Checkboxes name="commentIds" label="意見" required options={options} values={typedList(body, 'commentIds')} />
      <Select
        name="into"
        label="入れるまとまり"
        required
        value={typedText(body, 'into')}
        options={[
          ...groups.map(({ id, title }) => ({ value: id, label: title })),
          { value: 'new', label: '新しいまとまり（見出しを下に書く）' },
          ...(groups.length > 0 ? [{ value: OUT_OF_GROUPS, label: 'まとまりから外す' }] : []),
        ]}
      />
      <TextField name="newGroup" label="新しいまとまりの見出し" value={typedText(body, 'newGroup')} />
      <ButtonRow>
        <Button kind="secondary">選んだ意見をまとまりに入れる</Button>
      </ButtonRow>
    </Form>
  );
}

/** For each group what its comments say and what the town thinks of it. */
export function Groups(props: GroupsProps) {
  const { groups } = props.view;
  if (groups.length === 0) return null;
  return (
    <Section title="まとまりごとの要旨と考え方">
      {groups.map((group) => (
        <GroupForm {...props} group={group} key={group.id} />
      ))}
    </Section>
  );
}

function GroupForm({ viewer, view: { consultation, counts }, body, group }: GroupsProps & { group: OpinionGroup }) {
  const { id, title, version } = group;
  const count = counts.inGroup(id);
  const value = (name: string, saved: string): string => typedOr(body, `${name}-${id}`, saved);
  const writable = hasDuty(viewer.actor, 'promotion') && ['open', 'deciding'].includes(consultation.state);
  if (!writable) {
    return (
      <Section title={`${title}（${String(count)}件）`} level={3}>
        <p class="prose">{group.summary}</p>
        <p class="prose">{group.townView}</p>
        <p>{group.outcome && OUTCOME_LABEL[group.outcome]}</p>
      </Section>
    );
  }
  return (
    <Section title={`${title}（${String(count)}件）`} level={3}>
      <Form
        action={viewer.url(`staff/voices/consultations/${consultation.id}/groups/${id}`)}
        version={version}
        label={`まとまり「${title}」`}
      >
        <TextField name={`title-${id}`} label="まとまりの見出し" required value={value('title', title)} />
        <TextArea name={`summary-${id}`} label="意見の要旨" rows={4} value={value('summary', group.summary)} />
        <TextArea
          name={`townView-${id}`}
          label={`${townWord(viewer.town)}の考え方`}
          rows={4}
          value={value('townView', group.townView)}
        />
        <Radios
          name={`outcome-${id}`}
          label="案の扱い"
          value={value('outcome', group.outcome ?? '')}
          options={OUTCOMES.map((each) => ({ value: each, label: OUTCOME_LABEL[each] }))}
        />
        <TextArea name={`change-${id}`} label="直したところ" rows={2} value={value('change', group.change)} />
        <ButtonRow>
          <Button kind="secondary" name="act" value="save">
            このまとまりを保存する
          </Button>
          <Button kind="quiet" name="act" value="remove">
            このまとまりを消す
          </Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
