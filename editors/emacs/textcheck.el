;;; textcheck.el --- Findings of textcheck in Emacs  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "27.1"))
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Two ways, either of which is enough:
;;
;; - With eglot (a part of Emacs 29, a package before): M-x eglot in an article.  Findings, fixes,
;;   hover and an outline while you write.
;; - Without it: M-x textcheck-flymake in an article.  Findings alone, by running textcheck.

;;; Code:

(require 'flymake)
(require 'json)

(defgroup textcheck nil
  "Contradictions in article drafts."
  :group 'text)

(defcustom textcheck-program "textcheck"
  "The program, by its name or path."
  :type 'string)

(defvar eglot-server-programs)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               (cons '(text-mode markdown-mode html-mode)
                     (lambda (&rest _) (list textcheck-program "lsp")))))

(defvar-local textcheck--process nil
  "The check that is running for this buffer.")

;;;###autoload
(defun textcheck-flymake ()
  "Show what textcheck finds in this buffer while it is edited."
  (interactive)
  (add-hook 'flymake-diagnostic-functions #'textcheck--check nil t)
  (flymake-mode 1))

(defun textcheck--check (report &rest _)
  "Check the buffer and hand what is found to REPORT."
  (when (process-live-p textcheck--process)
    (kill-process textcheck--process))
  (let ((buffer (current-buffer))
        (name (or (buffer-file-name) (buffer-name)))
        (output (generate-new-buffer " *textcheck*")))
    (setq textcheck--process
          (make-process
           :name "textcheck" :noquery t :connection-type 'pipe :buffer output
           :coding 'utf-8
           :command (list textcheck-program "--format" "json" "--stdin-filename" name "-")
           :sentinel
           (lambda (process _)
             (when (memq (process-status process) '(exit signal))
               (unwind-protect
                   (when (and (buffer-live-p buffer)
                              (eq process (buffer-local-value 'textcheck--process buffer)))
                     (if (memq (process-exit-status process) '(0 1))
                         (funcall report (textcheck--diagnostics buffer output))
                       (funcall report :panic :explanation
                                (with-current-buffer output (buffer-string)))))
                 (kill-buffer output))))))
    (save-restriction
      (widen)
      (process-send-region textcheck--process (point-min) (point-max)))
    (process-send-eof textcheck--process)))

(defun textcheck--diagnostics (buffer output)
  "What the JSON in OUTPUT says of BUFFER, for flymake."
  (let* ((run (with-current-buffer output
                (goto-char (point-min))
                (json-parse-buffer :object-type 'alist :array-type 'list :null-object nil)))
         (file (car (alist-get 'files run))))
    (mapcar
     (lambda (found)
       (flymake-make-diagnostic
        buffer
        (textcheck--position buffer (alist-get 'from found))
        (textcheck--position buffer (alist-get 'to found))
        (pcase (alist-get 'severity found)
          ("error" :error)
          ("warning" :warning)
          (_ :note))
        (format "%s [%s]" (alist-get 'message found) (alist-get 'rule found))))
     ;; A finding with a path of its own stands in another file.
     (seq-remove (lambda (found) (alist-get 'path found)) (alist-get 'diagnostics file)))))

(defun textcheck--position (buffer place)
  "The position in BUFFER of PLACE, lines and columns from 1, columns in characters."
  (with-current-buffer buffer
    (save-excursion
      (save-restriction
        (widen)
        (goto-char (point-min))
        (forward-line (1- (alist-get 'line place)))
        (min (line-end-position) (+ (point) (1- (alist-get 'column place))))))))

(provide 'textcheck)
;;; textcheck.el ends here
