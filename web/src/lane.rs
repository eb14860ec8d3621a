//! A lane: one program, what it does at the play head, who could run and who waits, what it has printed.

use std::rc::Rc;

use abi::trace::Stream;
use abi::Instant;
use timeline::{Model, Moment, Point, RowIx, Summary};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::code::Code;
use crate::glyph::{self, glyph};
use crate::notes::{Cast, Chip, Class, Note, Queues, Scene};
use crate::state::{Action, Chosen, Compiler, Lane as Data, Page, Phase};
use crate::words;

/// The most chips in a queue.
const MOST_CHIPS: usize = 8;
/// The most lines of a console that are in the page; the last ones.
const MOST_LINES: usize = 400;

/// What a lane shows.
#[derive(Properties, PartialEq)]
pub struct LaneProps {
    /// Its place.
    pub index: usize,
    /// Its data.
    pub lane: Data,
    /// Where the play head is.
    pub point: Point,
    /// The chosen row, if it is one of this lane.
    pub chosen: Option<RowIx>,
    /// Steps keep to this lane.
    pub kept_to: bool,
    /// Only its head is shown, for want of room.
    pub folded: bool,
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// All that a lane says about one instant.
struct Said {
    sentence: (Class, String),
    notes: Rc<Vec<Note>>,
    queues: Queues,
    console: Vec<Printed>,
    took: Option<String>,
    slow: bool,
}

/// A printed line.
struct Printed {
    stream: Stream,
    row: RowIx,
    at: Instant,
    text: String,
}

/// A lane.
#[component]
pub fn Lane(props: &LaneProps) -> Html {
    let cast = use_memo(props.lane.recording.clone(), |recording| Cast::of(&recording.model.borrow()));
    let Said { sentence: (class, sentence), notes, queues, console, took, slow } =
        said(&props.lane, &cast, props.point);
    let program = &props.lane.program;
    let name = AttrValue::from(program.name.clone());
    let (index, page) = (props.index, props.page.clone());
    let choose = Callback::from(move |row| page.dispatch(Action::ChooseRow(Chosen { lane: index, row })));
    let page = props.page.clone();
    let keep_to = Callback::from(move |_: MouseEvent| page.dispatch(Action::PressLane(index)));
    let frame = classes!("lane", props.kept_to.then_some("kept-to"), props.folded.then_some("folded"));
    let head = html! {
        <h2><button class="lane-name" type="button" aria-pressed={props.kept_to.to_string()}
            title={words::keep_to(&name)} onclick={keep_to.clone()}>{ &program.name }</button></h2>
    };
    let took = took.map(|took| html! { <span class={classes!("took", "num", slow.then_some("slow"))}>{ took }</span> });
    let now = html! { <p class={classes!("lane-now", class)}>{ glyph(class) }<span>{ sentence }</span></p> };
    if props.folded {
        return html! {
            <section class={frame} aria-label={name.clone()} data-lane={name.clone()}>
                <header class="lane-head">{ head }{ took }</header>
                { now }
                <button class="button small framed" type="button" aria-label={words::about(words::SHOW, &name)}
                    onclick={keep_to}>{ words::SHOW }</button>
            </section>
        };
    }
    html! {
        <section class={frame} aria-label={name.clone()} data-lane={name.clone()}>
            <header class="lane-head">
                { head }
                <span class="how">{ if props.lane.is_edited() { words::EDITED } else { program.note.as_str() } }</span>
                if let Some(python) = words::python(program.python) {
                    <span class="python">{ python }</span>
                }
                <Buttons index={props.index} name={name.clone()} editing={props.lane.editing}
                    edited={props.lane.is_edited()} page={props.page.clone()}/>
                { took }
            </header>
            { now }
            <div class="script">
            if props.lane.editing {
                <Field index={props.index} name={name.clone()} typed={props.lane.typed.clone()} page={props.page.clone()}/>
            } else {
                <Code {name} source={props.lane.source.clone()} {notes} chosen={props.chosen} choose={choose.clone()}/>
            }
            { console_html(&program.name, &console, props.chosen, &choose) }
            </div>
            { queues_html(&queues, props.chosen, &choose) }
        </section>
    }
}

fn said(lane: &Data, cast: &Cast, point: Point) -> Said {
    let model = lane.recording.model.borrow();
    let scene = Scene::new(&model, cast, Moment::of(&model, point));
    let mut sentence = scene.sentence();
    // What happens after the end of what is known is not known.
    if let Compiler::Missing(reason) = &lane.compiler {
        sentence = ("s-failed", reason.to_string());
    } else if lane.compiler == Compiler::Fetching {
        sentence = ("s-waiting", words::now::FETCHING.to_owned());
    } else if lane.phase == Phase::Computing && point.at >= model.end() {
        sentence = ("s-running", words::now::COMPUTING.to_owned());
    } else if lane.phase == Phase::Stopped && point.at >= model.end() {
        sentence = ("s-cancelled", words::now::stopped(model.end()));
    }
    if lane.phase == Phase::Held {
        sentence = ("", words::now::HELD.to_owned());
    }
    let sums = Summary::of(&model);
    let blocked = sums.stall.is_some_and(|stall| stall.length.nanos() * 10 >= sums.took.nanos().max(1));
    Said {
        sentence,
        notes: Rc::new(scene.notes()),
        queues: scene.queues(),
        console: last_lines(&model, point),
        took: (lane.phase == Phase::Over).then(|| words::length(sums.took)),
        slow: blocked,
    }
}

/// The last lines that were printed by then.
fn last_lines(model: &Model, point: Point) -> Vec<Printed> {
    let lines = model.console().lines_at(point.at, point.events).rev().take(MOST_LINES);
    let moment = |line: &timeline::Line| if line.at <= point.at { line.at } else { line.began() };
    let printed = |(line, text): (&timeline::Line, &str)| Printed {
        stream: line.stream,
        row: line.row,
        at: moment(line),
        text: text.to_owned(),
    };
    let mut lines: Vec<Printed> = lines.map(printed).collect();
    lines.reverse();
    lines
}

/// What the buttons of a lane are about.
#[derive(Properties, PartialEq)]
struct ButtonsProps {
    index: usize,
    name: AttrValue,
    editing: bool,
    edited: bool,
    page: UseReducerDispatcher<Page>,
}

#[component]
fn Buttons(props: &ButtonsProps) -> Html {
    let button = |word: &'static str, icon: Html, primary: bool, action: Action| {
        let page = props.page.clone();
        let onclick = Callback::from(move |_: MouseEvent| page.dispatch(action.clone()));
        let class = classes!("button", "small", primary.then_some("primary"));
        html! { <button {class} type="button" aria-label={words::about(word, &props.name)} {onclick}>{ icon }{ word }</button> }
    };
    html! {
        <span class="lane-buttons">
            if props.editing {
                { button(words::RUN, glyph::play(), true, Action::Run(props.index)) }
                { button(words::CLOSE, Html::default(), false, Action::Close(props.index)) }
            } else {
                { button(words::EDIT, glyph::edit(), false, Action::Edit(props.index)) }
            }
            if props.editing || props.edited {
                { button(words::RESET, Html::default(), false, Action::Reset(props.index)) }
            }
        </span>
    }
}

/// What a lane's text field shows.
#[derive(Properties, PartialEq)]
struct FieldProps {
    index: usize,
    name: AttrValue,
    typed: Rc<str>,
    page: UseReducerDispatcher<Page>,
}

#[component]
fn Field(props: &FieldProps) -> Html {
    let (page, index) = (props.page.clone(), props.index);
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
            page.dispatch(Action::Type(index, field.value()));
        }
    });
    html! {
        <textarea class="field mono editor" aria-label={words::source_of(&props.name)} spellcheck="false"
            autocapitalize="off" autocomplete="off" value={props.typed.to_string()} {oninput}/>
    }
}

fn queues_html(queues: &Queues, chosen: Option<RowIx>, choose: &Callback<RowIx>) -> Html {
    let queue = |word, chips| queue(word, chips, chosen, choose);
    // One alone has room for why it stands there.
    let few = |chips: usize| classes!("queues", (chips < 2).then_some("few"));
    match queues {
        Queues::Loop(ready, waiting) => html! {
            <dl class={few(ready.len() + waiting.len())}>{ queue(words::READY, ready) }{ queue(words::WAITING, waiting) }</dl>
        },
        Queues::Threads(rows) if rows.is_empty() => Html::default(),
        Queues::Threads(rows) => html! { <dl class={few(rows.len())}>{ queue(words::THREAD, rows) }</dl> },
    }
}

fn queue(word: &'static str, chips: &[Chip], chosen: Option<RowIx>, choose: &Callback<RowIx>) -> Html {
    let more = chips.len().saturating_sub(MOST_CHIPS);
    html! {<>
        <dt>{ word }</dt>
        <dd data-queue={word}>
            if chips.is_empty() { <span>{ words::EMPTY }</span> }
            { for chips.iter().take(MOST_CHIPS).map(|one| chip(one, chosen == Some(one.row), choose)) }
            if more > 0 { <span>{ words::note::more(more) }</span> }
        </dd>
    </>}
}

/// A click chooses the row. The keyboard does so in the timeline's names: one stop a row is enough.
fn chip(chip: &Chip, is_chosen: bool, choose: &Callback<RowIx>) -> Html {
    let (row, choose) = (chip.row, choose.clone());
    let onclick = Callback::from(move |_: MouseEvent| choose.emit(row));
    let class = classes!("chip", chip.class, is_chosen.then_some("chosen"));
    html! {
        <button {class} type="button" tabindex="-1" aria-pressed={is_chosen.to_string()} title={chip.text.clone()} {onclick}>
            { glyph(chip.class) }<b>{ &chip.name }</b><span class="chip-text">{ &chip.text }</span>
        </button>
    }
}

fn console_html(lane: &str, lines: &[Printed], chosen: Option<RowIx>, choose: &Callback<RowIx>) -> Html {
    let line = |line: &Printed| {
        let (row, choose) = (line.row, choose.clone());
        let onclick = Callback::from(move |_: MouseEvent| choose.emit(row));
        let class = classes!((line.stream == Stream::Err).then_some("err"), (chosen == Some(row)).then_some("chosen"));
        html! { <li {class} {onclick}><time>{ words::stamp(line.at) }</time><span>{ &line.text }</span></li> }
    };
    html! {
        <div class="console" role="group" tabindex="0" aria-label={words::about(words::CONSOLE, lane)}>
            <ol>{ for lines.iter().map(line) }</ol>
        </div>
    }
}
