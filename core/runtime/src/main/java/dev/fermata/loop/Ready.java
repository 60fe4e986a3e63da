package dev.fermata.loop;

/** What can stand in the ready queue: a task to be resumed, or a callback. The queue itself costs no object. */
sealed interface Ready permits Task, CallbackHandle {}
