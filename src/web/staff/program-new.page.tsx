import type { BudgetLine } from '../../budgets/index.js';
import type { Section as TownSection } from '../../municipalities/index.js';
import { STARTING_RULES, type ProgramVersion } from '../../programs/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Form,
  Hidden,
  Section,
  Select,
  TextField,
  type Viewer,
} from '../shared/index.js';
import { BasicsFields } from './program-basics.js';
import type { FormValues } from './program-form-values.js';
import { editionInWords } from './program-words.js';
import { ScheduleFields } from './program-schedule.js';

interface NewProgramProps {
  readonly viewer: Viewer;
  readonly values: FormValues;
  /** The edition whose parts are taken over. */
  readonly from: ProgramVersion | null;
  readonly versions: readonly ProgramVersion[];
  readonly budgetLines: readonly BudgetLine[];
  readonly sections: readonly TownSection[];
}

/** What a programme is called and when it runs; everything else is taken over or begins small, and is edited part by part. */
export function NewProgramPage({ viewer, values, from, versions, budgetLines, sections }: NewProgramProps) {
  return (
    <>
      <Section title="何をもとに作りますか">
        <Form action={viewer.url('staff/programs/new')} method="get" label="もとにする補助制度">
          <Select
            name="from"
            label="もとにする補助制度"
            hint="質問、収支予算書、確認項目、交付額の決まり、通知書が写ります。"
            value={from?.id}
            options={versions.map((version) => ({
              value: version.id,
              label: `${version.document.name}（${editionInWords(version)}）`,
            }))}
            prompt="何も写さず、新しく作る"
          />
          <ButtonRow>
            <Button kind="secondary">これをもとにする</Button>
          </ButtonRow>
        </Form>
      </Section>
      <Form action={viewer.url('staff/programs')} label="新しい補助制度">
        {from && <Hidden name="from" value={from.id} />}
        <Section title="記号と始め方">
          <TextField
            name="code"
            label="記号"
            hint="年度が変わっても同じもの。英小文字で書きます。例：unei"
            required
            size="short"
            value={values.text('code')}
          />
          {!from && (
            <Select
              name="start"
              label="交付額の決まりの形"
              hint="金額や率は、あとで直せます。"
              required
              value={values.text('start') || 'flat'}
              options={STARTING_RULES.map(({ name, label }) => ({ value: name, label }))}
            />
          )}
        </Section>
        <BasicsFields values={values} sections={sections} />
        <ScheduleFields values={values} budgetLines={budgetLines} />
        <ButtonRow>
          <Button>下書きを作る</Button>
          <ButtonLink kind="quiet" href={viewer.url('staff/programs')}>
            やめて戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
