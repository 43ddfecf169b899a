;;; emacs.el --- Findings and a fix in Emacs  -*- lexical-binding: t; -*-

;; Opens an article in Emacs as the documentation says: first with the flymake backend alone, then with
;; eglot, where a fix is made.  Prints what it saw; tests/editors.rs compares.

;;; Code:

(require 'package)
(package-activate-all)
(load (expand-file-name "editors/emacs/textcheck.el" (getenv "TEXTCHECK_ROOT")) nil t)

(defun wait-for (what)
  "Wait until the function WHAT says something, or for twenty seconds."
  (let ((end (+ (float-time) 20)) said)
    (while (and (not (setq said (funcall what))) (< (float-time) end))
      (accept-process-output nil 0.05))
    said))

(defun tell-findings (how)
  "Print the findings of this buffer under the heading HOW."
  (princ (format "%s\n" how))
  (dolist (found (sort (flymake-diagnostics)
                       (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
    (princ (format "%d-%d %s\n" (flymake-diagnostic-beg found) (flymake-diagnostic-end found)
                   (car (split-string (flymake-diagnostic-text found) "\n"))))))

(with-current-buffer (find-file-noselect (getenv "TEXTCHECK_ARTICLE"))
  (textcheck-flymake)
  (flymake-start)
  (wait-for #'flymake-diagnostics)
  (tell-findings "flymake")
  (flymake-mode -1)
  (remove-hook 'flymake-diagnostic-functions #'textcheck--check t))

(require 'eglot)
(setq eglot-sync-connect 20
      eglot-autoshutdown t)
(with-current-buffer (find-file-noselect (getenv "TEXTCHECK_ARTICLE"))
  (apply #'eglot (eglot--guess-contact))
  (flymake-start)
  (wait-for #'flymake-diagnostics)
  (tell-findings "eglot")
  (let* ((place (1+ (string-to-number (getenv "TEXTCHECK_COLUMN"))))
         (actions (eglot-code-actions place place "quickfix")))
    (eglot--apply-workspace-edit (plist-get (aref (vconcat actions) 0) :edit)))
  (princ (buffer-substring-no-properties (point-min) (point-max)))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))

;;; emacs.el ends here
