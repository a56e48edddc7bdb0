;; The loop of `src/source/decode.ts`, which is fast here from its first turn. The memory begins with four tables: for each
;; character its byte, or where its group of bytes begins; whether it begins a group; its place as the second of two; and the
;; bytes of the groups. The text follows, and gives way to its bytes.
(module
  (import "" "" (memory 1))
  (func (export "") (param $at i32) (param $end i32) (result i32)
    (local $out i32) (local $byte i32) (local $character i32)
    (local.set $out (local.get $at))
    (loop $next
      (local.set $byte (i32.load8_u (local.tee $character (i32.load8_u (local.get $at)))))
      (if (i32.load8_u offset=128 (local.get $character))
        (then
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (local.set $byte
            (i32.load8_u offset=384
              (i32.add (local.get $byte) (i32.load8_u offset=256 (i32.load8_u (local.get $at))))))))
      (i32.store8 (local.get $out) (local.get $byte))
      (local.set $out (i32.add (local.get $out) (i32.const 1)))
      (br_if $next (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 1))) (local.get $end))))
    (local.get $out)))
