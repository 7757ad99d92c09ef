import { Checkbox, Hidden, Section, Select, TableFrame, TextField, type Choice } from '../shared/index.js';
import type { FormValues } from './program-form-values.js';
import { ADDED_KINDS, kindInWords } from './program-words.js';
import { htmlName } from './program-rows.js';
import { keptQuestion } from './typed-form.js';

/** Blank rows below the questions of a section; a row left blank is no row. */
const SPARE = 2;

/** The application form section by section, and a blank section below; questions of every kind are kept. */
export function ProgramQuestions({ values }: { values: FormValues }) {
  const sections = Array.from({ length: values.count('form') + 1 }, (_, index) => `form.${String(index)}`);
  return (
    <>
      {sections.map((path, index) => {
        const title = values.text(`${path}.title`);
        return (
          <Section title={title === '' ? '新しい区分' : `区分：${title}`} level={3} key={path}>
            <Hidden name={htmlName(`${path}.id`)} value={values.text(`${path}.id`)} />
            <TextField
              name={htmlName(`${path}.title`)}
              label={`区分${String(index + 1)}の名称`}
              size="medium"
              value={title}
            />
            <TextField
              name={htmlName(`${path}.lead`)}
              label={`区分${String(index + 1)}の説明`}
              value={values.text(`${path}.lead`)}
            />
            <QuestionRows
              values={values}
              path={`${path}.questions`}
              caption={title === '' ? '新しい区分の質問' : `「${title}」の質問`}
            />
          </Section>
        );
      })}
    </>
  );
}

function QuestionRows({ values, path, caption }: { values: FormValues; path: string; caption: string }) {
  const rows = Array.from({ length: values.count(path) + SPARE }, (_, index) => index);
  return (
    <TableFrame caption={`${caption}（入力欄）`}>
      <table class="table table-inputs">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">種類</th>
            <th scope="col">質問</th>
            <th scope="col">説明</th>
            <th scope="col">必須</th>
            <th scope="col">文字数の上限</th>
            <th scope="col">誓約の文</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((index) => (
            <QuestionRow
              values={values}
              path={`${path}.${String(index)}`}
              place={`${caption}${String(index + 1)}行目`}
              key={index}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function QuestionRow({ values, path, place }: { values: FormValues; path: string; place: string }) {
  const kept = values.text(`${path}.kept`);
  const kind = kept === '' ? null : keptQuestion(kept)['kind'];
  const field = (name: string, words: string) => ({
    name: htmlName(`${path}.${name}`),
    label: `${place}の${words}`,
    labelHidden: true,
    value: values.text(`${path}.${name}`),
  });
  return (
    <tr>
      <td>
        <Hidden name={htmlName(`${path}.id`)} value={values.text(`${path}.id`)} />
        <Hidden name={htmlName(`${path}.kept`)} value={kept} />
        {kind === null ? (
          <Select {...field('kind', '種類')} options={ADDED_KINDS} value={values.text(`${path}.kind`) || 'text'} />
        ) : (
          kindInWords(kind)
        )}
      </td>
      <td>
        <TextField {...field('label', '質問')} />
      </td>
      <td>
        <TextField {...field('hint', '説明')} />
      </td>
      <td>
        <Checkbox name={htmlName(`${path}.required`)} label="必須" checked={values.flag(`${path}.required`)} />
      </td>
      <td>{(kind === null || kind === 'text') && <TextField {...field('maxLength', '文字数の上限')} />}</td>
      <td>{(kind === null || kind === 'declaration') && <TextField {...field('text', '誓約の文')} />}</td>
    </tr>
  );
}

/** The stored questions of some kind, to choose one from. */
export function questionChoices(
  values: FormValues,
  isMeant: (question: Readonly<Record<string, unknown>>) => boolean,
): Choice[] {
  return Array.from({ length: values.count('form') }, (_, index) => `form.${String(index)}.questions`)
    .flatMap((path) => Array.from({ length: values.count(path) }, (_, index) => `${path}.${String(index)}`))
    .filter((path) => isMeant(keptQuestion(values.text(`${path}.kept`))))
    .map((path) => ({ value: values.text(`${path}.id`), label: values.text(`${path}.label`) }));
}
