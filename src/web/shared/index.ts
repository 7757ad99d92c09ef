export { Desk, Viewer } from './viewer.js';
export { DESK_LABEL, homeDeskOf, mayEnter, type DeskName } from './desks.js';
export { homeUrl } from './layout.js';
export { returnPath } from './return-path.js';
export {
  download,
  json,
  page,
  pageWithoutTown,
  redirect,
  saved,
  sharedPage,
  SHARED_FOR_SECONDS,
  type SharedPageResult,
  type Crumb,
  type Download,
  type PageContent,
  type RedirectOptions,
  DownloadResult,
  JsonResult,
  PageResult,
  RedirectResult,
} from './results.js';
export { fragment } from './render-page.js';
export { attempt, type Outcome } from './attempt.js';
export { readForm } from './read-form.js';
export { Sender } from './sender.js';
export { refuseRobots, RobotTrap } from './robot-trap.js';
export { Id } from './params.js';
export { AcceptUploads, Uploads, type Upload } from './uploads.js';
export { fieldId, fieldName } from './field-name.js';
export { PageErrors } from './page-context.js';
export { faultsOf } from './form-errors.js';
export { messageFor } from './messages/index.js';

export { Button, ButtonLink, ButtonRow } from './buttons.js';
export { EmptyState, LiveProgress, Notice, StatusTag, Steps, type Tone } from './feedback.js';
export {
  Checkbox,
  Checkboxes,
  DateField,
  FileField,
  PasswordField,
  Radios,
  Select,
  TextArea,
  TextField,
  YenField,
  type Choice,
} from './fields.js';
export type { FieldProps } from './field-frame.js';
export { FieldGroup, Form, Hidden } from './forms.js';
export { CodeSheet } from './code-sheet.js';
export { CheckAnswers, TaskList, Timeline, type Answer, type Task } from './lists.js';
export { CodeGroups } from './code-groups.js';
export { Card, CardGrid, Columns, Details, Figure, FigureRow, Refreshed, Section, SubNavigation } from './structure.js';
export { DataTable, TableFrame, WorkingTable, type Column } from './tables.js';
export { Day, FileSize, Moment, Money, Prose, VisuallyHidden } from './values.js';
