#include "base/child.h"

#include <errno.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int write_all(int file, struct str bytes)
{
	for (size_t at = 0; at < bytes.len;) {
		ssize_t n = write(file, bytes.at + at, bytes.len - at);

		if (n < 0 && errno != EINTR)
			return errno;
		at += n > 0 ? (size_t)n : 0;
	}
	return lseek(file, 0, SEEK_SET) < 0 ? errno : 0;
}

static int open_all(struct child *c, struct str input)
{
	int *const files[] = {&c->input, &c->output, &c->complaint};

	for (size_t i = 0; i < 3; i++) {
		*files[i] = memfd_create("komek", MFD_CLOEXEC);
		if (*files[i] < 0)
			return errno;
	}
	return write_all(c->input, input);
}

static int spawn(struct child *c, const char *const *command)
{
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);

	if (error)
		return error;
	error = posix_spawn_file_actions_adddup2(&actions, c->input, STDIN_FILENO);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, c->output, STDOUT_FILENO);
	if (!error)
		error = posix_spawn_file_actions_adddup2(&actions, c->complaint, STDERR_FILENO);
	/* The array is not written to: posix_spawnp lacks a const that C cannot express. */
	if (!error)
		error = posix_spawnp(&c->pid, command[0], &actions, NULL, (char *const *)(uintptr_t)command, environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

void child_start(struct child *c, const char *const *command, struct str input)
{
	*c = (struct child){.input = -1, .output = -1, .complaint = -1};
	c->error = open_all(c, input);
	if (!c->error)
		c->error = spawn(c, command);
}

static int read_all(int file, struct arena *a, struct str *bytes)
{
	struct stat st;
	char *out;
	size_t at = 0;

	if (fstat(file, &st))
		return errno;
	out = arena_alloc(a, (size_t)st.st_size + 1);
	while (at < (size_t)st.st_size) {
		ssize_t n = pread(file, out + at, (size_t)st.st_size - at, (off_t)at);

		if (n == 0)
			break;
		if (n < 0 && errno != EINTR)
			return errno;
		at += n > 0 ? (size_t)n : 0;
	}
	out[at] = '\0';
	*bytes = (struct str){out, at};
	return 0;
}

static int wait_for(pid_t pid, int *status)
{
	while (waitpid(pid, status, 0) < 0)
		if (errno != EINTR)
			return errno;
	*status = WIFSIGNALED(*status) ? 128 + WTERMSIG(*status) : WEXITSTATUS(*status);
	return 0;
}

static void close_one(int file)
{
	if (file >= 0)
		close(file);
}

int child_finish(struct child *c, struct arena *a, struct child_said *said)
{
	int error = c->error;

	*said = (struct child_said){0};
	if (!error)
		error = wait_for(c->pid, &said->status);
	if (!error)
		error = read_all(c->output, a, &said->output);
	if (!error)
		error = read_all(c->complaint, a, &said->complaint);
	close_one(c->input);
	close_one(c->output);
	close_one(c->complaint);
	return error;
}
