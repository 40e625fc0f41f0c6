"""Measures one world of Gymnasium, for `gaianode bench worlds --against gymnasium`.

One JSON object comes in on standard input, one goes out on standard output. The request is {} to be told the versions,
or {"env", "kwargs", "workload", "policies", "seed", "actionSeed", "warmUpSeconds", "seconds"}: make the environment, run
episodes with the seeds from "seed" upwards, and count steps and whole episodes for that time. Workloads are "random"
actions; "mlp", the networks of some policy files' objects, one after the other from episode to episode; "heuristic",
the controller that comes with the environment as an example. Random actions are drawn beforehand, so that the time is
the environment's own.
"""
import sys

# A file of the current directory is not the installed package of the same name.
sys.path[:] = [entry for entry in sys.path if entry]

import json
import platform
import time

DRAWN_ACTIONS = 4096
STEPS_BETWEEN_CLOCK_READS = 64


def versions():
    import gymnasium
    import numpy

    return {"python": platform.python_version(), "gymnasium": gymnasium.__version__, "numpy": numpy.__version__}


class RandomActions:
    """Uniform over the action space, from a generator of their own."""

    def __init__(self, space, seed):
        import numpy as np

        generator = np.random.default_rng(seed)
        if hasattr(space, "n"):
            drawn = generator.integers(int(space.n), size=DRAWN_ACTIONS) + int(space.start)
            self.actions = drawn.tolist()
        else:
            shape = (DRAWN_ACTIONS, *space.shape)
            self.actions = list(generator.uniform(space.low, space.high, size=shape).astype(np.float32))
        self.at = 0

    def begin(self):
        pass

    def act(self, observation):
        at = self.at
        self.at = at + 1 if at + 1 < DRAWN_ACTIONS else 0
        return self.actions[at]


class Policies:
    """Networks in float32, the next one for each episode: argmax, or components scaled to the action space."""

    def __init__(self, space, documents):
        import numpy as np

        self.np = np
        self.networks = [
            [
                (np.array(layer["w"], dtype=np.float32), np.array(layer["b"], dtype=np.float32), layer["act"])
                for layer in document["layers"]
            ]
            for document in documents
        ]
        self.next = 0
        self.output = documents[0]["output"]
        self.is_scaled = self.output != "argmax" and not ((space.low == -1).all() and (space.high == 1).all())
        if self.is_scaled:
            self.middle = ((space.high + space.low) / 2).astype(np.float32)
            self.half = ((space.high - space.low) / 2).astype(np.float32)

    def begin(self):
        self.layers = self.networks[self.next]
        self.next = (self.next + 1) % len(self.networks)

    def act(self, observation):
        np = self.np
        values = observation
        for weights, biases, activation in self.layers:
            values = weights @ values + biases
            if activation == "tanh":
                values = np.tanh(values)
            elif activation == "relu":
                values = np.maximum(values, 0)
        if self.output == "argmax":
            return int(values.argmax())
        values = np.tanh(values) if self.output == "tanh" else np.clip(values, -1, 1)
        return self.middle + self.half * values if self.is_scaled else values


class WalkerGait:
    """The walker that Gymnasium brings along as an example; it begins anew with each episode."""

    def begin(self):
        from gymnasium.envs.box2d.bipedal_walker import BipedalWalkerHeuristics

        self.walker = BipedalWalkerHeuristics()

    def act(self, observation):
        return self.walker.step_heuristic(observation)


class LanderPilot:
    """The pilot that Gymnasium brings along as an example."""

    def __init__(self, env):
        from gymnasium.envs.box2d.lunar_lander import heuristic

        self.pilot = heuristic
        self.env = env.unwrapped

    def begin(self):
        pass

    def act(self, observation):
        return self.pilot(self.env, observation)


def controller(env, request):
    workload = request["workload"]
    if workload == "random":
        return RandomActions(env.action_space, request["actionSeed"])
    if workload == "heuristic":
        return LanderPilot(env) if request["env"].startswith("LunarLander") else WalkerGait()
    return Policies(env.action_space, request["policies"])


class Runner:
    def __init__(self, env, control, seed):
        self.env = env
        self.control = control
        self.seed = seed
        self.begin()

    def begin(self):
        self.observation, _ = self.env.reset(seed=self.seed)
        self.seed += 1
        self.control.begin()

    def run(self, seconds):
        """Steps, whole episodes and seconds of at least the time that was asked for."""
        step, act = self.env.step, self.control.act
        steps = episodes = 0
        start = time.perf_counter()
        while True:
            observation = self.observation
            for _ in range(STEPS_BETWEEN_CLOCK_READS):
                observation, _, terminated, truncated, _ = step(act(observation))
                if terminated or truncated:
                    episodes += 1
                    self.begin()
                    observation = self.observation
            self.observation = observation
            steps += STEPS_BETWEEN_CLOCK_READS
            elapsed = time.perf_counter() - start
            if elapsed >= seconds:
                return {"steps": steps, "episodes": episodes, "seconds": elapsed}


def measure(request):
    import gymnasium

    try:
        env = gymnasium.make(request["env"], **request["kwargs"])
    except gymnasium.error.Error as error:
        # Box2D is an extra of Gymnasium's, and an older one lacks the newer worlds.
        return {"unavailable": f"{type(error).__name__}: {error}"}
    runner = Runner(env, controller(env, request), request["seed"])
    runner.run(request["warmUpSeconds"])
    result = runner.run(request["seconds"])
    env.close()
    return result


def main():
    reply = sys.stdout
    # What libraries print as a greeting is no part of the reply.
    sys.stdout = sys.stderr
    request = json.load(sys.stdin)
    try:
        result = measure(request) if request else versions()
    except ModuleNotFoundError as error:
        result = {"missing": error.name or str(error)}
    json.dump(result, reply)
    reply.write("\n")
    reply.flush()


main()
