/** A press of a button: nothing happens while it waits. */
export function press(props: { loadingState: boolean }, fire: (event: 'onClick') => void): void {
  if (!props.loadingState) fire('onClick');
}
