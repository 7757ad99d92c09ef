import type { ProgramDocument } from '../../programs/index.js';

/** What one needs before one begins to write an application. */
export const ToHaveAtHand = ({
  document: { project, form },
}: {
  document: Pick<ProgramDocument, 'project' | 'form'>;
}) => (
  <ul>
    <li>
      {project === null
        ? '今年度の計画と予算（総会の資料があると早く書けます）'
        : '事業の計画と予算（いつ、どこで、何をするか。見積書やちらしの案があると早く書けます）'}
    </li>
    {form
      .flatMap(({ questions }) => questions)
      .filter(({ kind, when }) => kind === 'file' && when === null)
      .map(({ id, label, required }) => (
        <li key={id}>
          {label}
          {required ? '' : '（あれば）'}
        </li>
      ))}
  </ul>
);
