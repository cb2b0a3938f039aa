/** Fields that are checked together and sent with one button: the builder's own, or made from data. */
import { useMemo } from 'react';
import { Bar, Box } from './Box';
import { boxLook } from './box';
import type { Given } from './define';
import { madeFields } from './form/fields';
import { report } from './form/held';
import { MadeFields } from './form/MadeFields';
import { inner, setInner } from './inner';
import { chosen } from './theme/chosen';
import './Form.css';

export function Form(given: Given<'Form'>) {
  const { props, slot } = given;
  const header = props.showHeader && (
    <Bar
      place="top"
      height={props.headerHeight}
      ground={chosen('ground', props.headerBackgroundColor, 'var(--tj-surface)')}
      edge={chosen('border', props.headerDividerColor, 'var(--tj-border)')}
    >
      {slot('header')}
    </Bar>
  );
  const footer = props.showFooter && (
    <Bar
      place="bottom"
      height={props.footerHeight}
      ground={chosen('ground', props.footerBackgroundColor, 'var(--tj-surface)')}
      edge={chosen('border', props.footerDividerColor, 'var(--tj-border)')}
    >
      {slot('footer')}
    </Bar>
  );
  return (
    <Box
      look={boxLook(props)}
      disabled={props.disabledState}
      loading={props.loadingState}
      grows={props.dynamicHeight}
      header={header}
      footer={footer}
      bodyHeight={props.canvasHeight ?? undefined}
    >
      {slot()}
      <Made {...given} />
    </Box>
  );
}

/** The fields the form makes itself, below the builder's own. */
function Made(given: Given<'Form'>) {
  const { advanced, JSONSchema, generateFormFrom, JSONData, newJsonSchema, fields } = given.props;
  const made = useMemo(
    () => madeFields({ advanced, JSONSchema, generateFormFrom, JSONData, newJsonSchema, fields }),
    [advanced, JSONSchema, generateFormFrom, JSONData, newJsonSchema, fields]
  );
  if (made.length === 0) return null;
  return (
    <MadeFields
      id={given.id}
      fields={made}
      round={inner(given.exposed, 'resets')}
      attempts={Number(inner(given.exposed, 'attempts') ?? 0)}
      media={given.media}
      act={given.act}
      changed={values => setInner(given, report(made, values))}
    />
  );
}
