import { makeStyles, tokens } from '@fluentui/react-components';
import type { ServiceMapFigure } from '../../domain/figures';
import type { DependencyMap } from '../../domain/servicemap/dependency-map';
import { words } from '../words';
import { Names } from './Names';
import { Pairs } from './Pairs';

const useStyles = makeStyles({
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '14px 0 0' },
  say: { margin: '2px 0' },
});

export interface TakesDownProps {
  /** The service whose map is shown. */
  readonly of: ServiceMapFigure;
  readonly map: DependencyMap;
  readonly onName: (name: string) => void;
}

/** What takes a service down: each thing that does alone, and, on request, every two that do together. */
export function TakesDown({ of: { service, singlePoints }, map, onName }: TakesDownProps) {
  const styles = useStyles();
  return (
    <section aria-label={words.map.takesDown(service)}>
      <h2 className={styles.heading}>{words.map.takesDown(service)}</h2>
      {singlePoints.length === 0 ? <p className={styles.say}>{words.map.nothingAlone}</p> : null}
      <Names label={words.map.alone} names={singlePoints.map((name) => ({ name }))} onName={onName} />
      <Pairs service={service} map={map} onName={onName} />
    </section>
  );
}
