import { actLabel, KNOWN_ACTS, type Post } from '../../staff/index.js';
import {
  Button,
  ButtonRow,
  CardGrid,
  DateField,
  FieldGroup,
  Form,
  Select,
  TextField,
  YenField,
  type Choice,
  type Viewer,
} from '../shared/index.js';
import { STEPS_A_RULE, type AuthorityForm } from './authority-form.js';

interface AuthorityFormProps {
  readonly viewer: Viewer;
  readonly posts: readonly Post[];
  readonly form: AuthorityForm;
  readonly action: string;
  readonly version?: number | undefined;
}

/** One group a line; lines left blank are not kept, so that two more stand ready on every page. */
export function AuthorityFormPage({ posts, form, action, version }: AuthorityFormProps) {
  const acts = KNOWN_ACTS.map((act) => ({ value: act, label: actLabel(act) }));
  const steps = stepChoices(posts);
  return (
    <Form action={action} version={version} label="専決規程の表">
      <TextField
        name="basis"
        label="根拠の規程"
        hint="起案や通知に表示されます。例：小郡市事務専決規程 別表第1"
        value={form.basis}
        required
      />
      <DateField name="validFrom" label="効力の始まる日" value={form.validFrom} required />
      <ul class="field-note">
        <li>上限額は、ちょうどの額を含みます。</li>
        <li>
          団体の登録、口座の変更、補助制度の公開には金額がないので空にします。この3つは、行を置かなければ、起案を回さずに担当課の確認だけで行います。
        </li>
        <li>続けて並べた合議は、同時に回ります。供覧は決裁の後に回ります。</li>
        <li>
          使わない行は空のままで構いません。行が足りないときは、保存してからもう一度「案を直す」を開くと増えます。
        </li>
      </ul>
      {form.rules.map((rule, index) => (
        <RuleFields
          key={index}
          name={`rules[${String(index)}]`}
          number={index + 1}
          rule={rule}
          acts={acts}
          steps={steps}
        />
      ))}
      <ButtonRow>
        <Button>案として保存する</Button>
      </ButtonRow>
    </Form>
  );
}

interface RuleFieldsProps {
  readonly name: string;
  readonly number: number;
  readonly rule: AuthorityForm['rules'][number];
  readonly acts: readonly Choice[];
  readonly steps: readonly Choice[];
}

function RuleFields({ name, number, rule, acts, steps }: RuleFieldsProps) {
  const places = Array.from({ length: STEPS_A_RULE }, (_, place) => place);
  return (
    <FieldGroup legend={`${String(number)}行目`}>
      <CardGrid>
        <Select name={`${name}[act]`} label="行為" options={acts} value={rule.act} />
        <YenField name={`${name}[upTo]`} label="上限額（空は上限なし）" value={rule.upTo} />
        {places.map((place) => (
          <Select
            key={place}
            name={`${name}[steps][${String(place)}]`}
            label={`${String(place + 1)}番目の職`}
            options={steps}
            value={rule.steps[place]}
            prompt="なし"
          />
        ))}
      </CardGrid>
    </FieldGroup>
  );
}

/** Who decides is on the ordering side; anybody but the auditors may be asked. */
function stepChoices(posts: readonly Post[]): Choice[] {
  const fromBelow = posts.filter(({ abolishedOn }) => abolishedOn === null).sort((a, b) => a.rank - b.rank);
  return [
    ...fromBelow
      .filter(({ duties }) => duties.includes('approve'))
      .map(({ id, name }) => ({ value: `approve:${id}`, label: `決裁：${name}` })),
    ...fromBelow
      .filter(({ side }) => side !== 'audit')
      .map(({ id, name }) => ({ value: `consult:${id}`, label: `合議：${name}` })),
    ...fromBelow.map(({ id, name }) => ({ value: `inform:${id}`, label: `供覧：${name}` })),
  ];
}
